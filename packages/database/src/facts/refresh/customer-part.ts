import { type RawBuilder, sql } from 'kysely';
import { callingCodes } from './calling-codes.ts';
import { instant, type Moment } from './moment.ts';

/** The main address is the one for billing, else for visits, home, shipping. */
const mainFirst = sql`array_position('{BILLING,VISIT,HOME,SHIPPING}'::text[], a.kind)`;

/** A yes that was given for a time is none afterwards. */
const holds = (now: Date): RawBuilder<boolean> => sql<boolean>`(latest.valid_until is null or latest.valid_until > ${instant(now)})`;

const reachable = sql`p.valid and p.bounced_at is null`;

/** Who the customer is and how he may be reached: `identity`, `reach`, `consented`, `place`. */
export const customerPart = ({ now }: Moment): RawBuilder<unknown> => sql`
  cross join lateral (
    select min(own.customer_since) as customer_since, bool_or(own.do_not_contact) as do_not_contact,
      max(own.left_at) as left_at, (array_agg(own.left_reason order by own.left_at desc nulls last))[1] as left_reason,
      (array_agg(coalesce(by.merged_into, by.id) order by own.id <> w.id, own.customer_since) filter (where by.id is not null))[1] as referred_by,
      sum(own.acquisition_cost)::bigint as acquisition_cost
    from customer own left join customer by on by.id = own.referred_by where own.id = any(m.parts)
  ) identity
  cross join lateral (
    select
      bool_or(p.kind = 'EMAIL' and ${reachable}) as has_email,
      bool_or(p.kind in ('PHONE', 'MOBILE') and ${reachable}) as has_phone,
      (array_agg(ltrim(p.normalised, '+') order by p.customer_id <> w.id, p.contact_id is not null, p.preferred desc, p.created_at, p.id)
        filter (where p.kind in ('PHONE', 'MOBILE') and p.valid and p.normalised like '+%'))[1] as phone
    from contact_point p
    left join contact k on k.id = p.contact_id and k.customer_id = p.customer_id
    where p.customer_id = any(m.parts) and k.deleted_at is null
  ) reach
  cross join lateral (
    select
      max(latest.state) filter (where latest.channel = 'EMAIL' and ${holds(now)}) as consent_email,
      max(latest.state) filter (where latest.channel = 'PHONE' and ${holds(now)}) as consent_phone,
      max(latest.state) filter (where latest.channel = 'MESSAGING' and ${holds(now)}) as consent_messaging,
      min(latest.valid_until) filter (where latest.valid_until > ${instant(now)}) as consent_ends_at
    from (
      select distinct on (s.channel) s.channel, s.state, s.valid_until from consent s
      where s.customer_id = any(m.parts) and s.purpose = 'MARKETING' order by s.channel, s.given_at desc, s.id desc
    ) latest
  ) consented
  left join lateral (
    select a.city, a.city_key, a.country from address a
    where a.customer_id = any(m.parts) and a.is_current
    order by a.customer_id <> w.id, ${mainFirst}, a.valid_from desc, a.id desc limit 1
  ) place on true`;

const codes = sql`${callingCodes}::jsonb`;

/** The country: of the current main address, else of the tax id, else of the telephone's prefix. */
export const countryOf: RawBuilder<string | null> = sql<string | null>`
  coalesce(place.country, c.tax_country,
    ${codes} ->> left(reach.phone, 3), ${codes} ->> left(reach.phone, 2), ${codes} ->> left(reach.phone, 1))`;
