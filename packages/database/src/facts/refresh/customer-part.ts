import { type RawBuilder, sql } from 'kysely';
import { callingCodes } from './calling-codes.ts';

/** The main address is the one for billing, else for visits, home, shipping. */
const mainFirst = sql`array_position('{BILLING,VISIT,HOME,SHIPPING}'::text[], a.kind)`;

const reachable = sql`p.valid and p.bounced_at is null`;

/** Who the customer is and how he may be reached: rows `identity`, `reach`, `consented`, `place`, one a customer. */
export const customerPart: RawBuilder<unknown> = sql`
  identity as (
    select m.customer_id, min(c.customer_since) as customer_since, bool_or(c.do_not_contact) as do_not_contact
    from member m join customer c on c.id = m.part_id group by 1
  ), reach as (
    select m.customer_id,
      bool_or(p.kind = 'EMAIL' and ${reachable}) as has_email,
      bool_or(p.kind in ('PHONE', 'MOBILE') and ${reachable}) as has_phone,
      (array_agg(ltrim(p.normalised, '+')
        order by m.part_id <> m.customer_id, p.contact_id is not null, p.preferred desc, p.created_at, p.id)
        filter (where p.kind in ('PHONE', 'MOBILE') and p.valid and p.normalised like '+%'))[1] as phone
    from member m
    join contact_point p on p.customer_id = m.part_id
    left join contact k on k.id = p.contact_id and k.customer_id = p.customer_id
    where k.deleted_at is null
    group by 1
  ), consented as (
    select customer_id,
      max(state) filter (where channel = 'EMAIL') as consent_email,
      max(state) filter (where channel = 'PHONE') as consent_phone,
      max(state) filter (where channel = 'MESSAGING') as consent_messaging
    from (
      select distinct on (m.customer_id, s.channel) m.customer_id, s.channel, s.state
      from member m join consent s on s.customer_id = m.part_id
      order by m.customer_id, s.channel, s.given_at desc, s.id desc
    ) latest group by 1
  ), place as (
    select distinct on (m.customer_id) m.customer_id, a.city, a.city_key, a.country
    from member m join address a on a.customer_id = m.part_id
    where a.is_current
    order by m.customer_id, m.part_id <> m.customer_id, ${mainFirst}, a.valid_from desc, a.id desc
  )`;

const codes = sql`${callingCodes}::jsonb`;

/** The country: of the current main address, else of the tax id, else of the telephone's prefix. */
export const countryOf: RawBuilder<string | null> = sql<string | null>`
  coalesce(place.country, c.tax_country,
    ${codes} ->> left(reach.phone, 3), ${codes} ->> left(reach.phone, 2), ${codes} ->> left(reach.phone, 1))`;
