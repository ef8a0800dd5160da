import type { KnownCustomer } from '@orbita/domain/quality';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds, partsOf } from '#facts';

/** A customer who is there, and all that his data are judged by. */
export interface KnownRow {
  readonly id: string;
  readonly known: KnownCustomer;
}

const listOf = (row: RawBuilder<unknown>, from: RawBuilder<unknown>, order: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select json_agg(${row} order by ${order}) from ${from}), '[]')`;

const points = listOf(
  sql`json_build_object('kind', p.kind, 'normalised', p.normalised, 'valid', p.valid, 'bounced', p.bounced_at is not null)`,
  sql`contact_point p left join contact k on k.id = p.contact_id and k.customer_id = p.customer_id
    where p.customer_id = any(m.parts) and k.deleted_at is null`,
  sql`p.contact_id is not null, p.preferred desc, p.created_at, p.id`);

const addresses = listOf(
  sql`json_build_object('kind', a.kind, 'street', a.street, 'city', a.city, 'province', a.province, 'postalCode', a.postal_code, 'country', a.country)`,
  sql`address a where a.customer_id = any(m.parts) and a.is_current`,
  sql`a.customer_id <> c.id, array_position('{BILLING,VISIT,HOME,SHIPPING}'::text[], a.kind), a.valid_from desc, a.id desc`);

/**
 * What is known of these customers and of everybody merged into them, in one statement, whoever looks after them: for the
 * machine that judges, not for anybody's eyes. Of one who was merged the one he is now; nothing of the deleted.
 */
export function knownCustomers(em: Em, ids: readonly string[]): Promise<KnownRow[]> {
  return rowsOf(em, sql<KnownRow>`
    select c.id, json_build_object(
      'kind', c.kind, 'name', c.name, 'givenName', c.given_name, 'familyName', c.family_name, 'taxId', c.tax_id, 'taxCountry', c.tax_country, 'iban', c.iban,
      'language', c.language, 'preferredChannel', c.preferred_channel, 'source', c.source, 'hasOwner', c.owner_id is not null, 'doNotContact', f.do_not_contact,
      'country', f.country, 'tags', c.tags, 'contactPoints', ${points}, 'addresses', ${addresses},
      'contacts', (select count(*) from contact k where k.customer_id = any(m.parts) and k.deleted_at is null),
      'consentAsked', coalesce(f.consent_email, f.consent_phone, f.consent_messaging) is not null, 'possibleDuplicates', f.possible_duplicates,
      'customerSince', ${milliseconds(sql`f.customer_since`)}, 'lastContactAt', ${milliseconds(sql`f.last_contact_at`)}, 'revenue12m', f.revenue12m) as known
    from (select distinct coalesce(asked.merged_into, asked.id) as id from customer asked where asked.id = any(${ids}::uuid[])) root
    join customer c on c.id = root.id
    join customer_facts f on f.customer_id = c.id
    cross join lateral (select ${partsOf(sql`c.id`)} as parts offset 0) m
    where not f.hidden`);
}
