import type { Profile } from '@orbita/domain/duplicates';
import { type RawBuilder, sql } from 'kysely';
import { among, type Em, preparedFor, rowsOf } from '#connection';

/** What tells of a customer whether we have him twice; `rootId` is the one into whom he was merged, or he himself. */
export interface KnownProfile extends Profile {
  readonly id: string;
  readonly rootId: string;
  readonly deleted: boolean;
}

const listOf = (row: RawBuilder<unknown>, from: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((select json_agg(${row}) from ${from}), '[]')`;

/** The profile of the customer `p`, as one JSON; the e-mails and telephones of those who act for him are his. */
export const profileColumn: RawBuilder<Profile> = sql<Profile>`json_build_object(
  'kind', p.kind, 'name', p.name, 'givenName', p.given_name, 'familyName', p.family_name, 'birthDate', p.birth_date::text,
  'identityKeys', ${listOf(sql`json_build_object('kind', k.kind, 'value', k.value)`, sql`(
    select i.kind, i.value from customer_identity i where i.customer_id = p.id
    union select 'EMAIL', e.normalised from contact_point e where e.customer_id = p.id and e.kind = 'EMAIL') k`)},
  'phones', ${listOf(sql`json_build_object('number', t.normalised, 'mobile', t.kind = 'MOBILE')`, sql`(
    select distinct t.normalised, t.kind from contact_point t where t.customer_id = p.id and t.kind in ('PHONE', 'MOBILE')) t`)},
  'websites', ${listOf(sql`w.normalised`, sql`contact_point w where w.customer_id = p.id and w.kind = 'WEBSITE'`)},
  'places', ${listOf(sql`json_build_object('street', a.street, 'city', a.city, 'postalCode', a.postal_code, 'country', a.country)`,
    sql`(select distinct street, city, postal_code, country from address a where a.customer_id = p.id and a.is_current) a`)})`;

interface Row {
  readonly id: string;
  readonly rootId: string;
  readonly deleted: boolean;
  readonly profile: Profile;
}

/** The profiles of these customers, whoever looks after them: for the machine that compares, not for anybody's eyes. */
export async function profilesOf(em: Em, ids: readonly string[]): Promise<KnownProfile[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(em, preparedFor(ids, sql<Row>`
    select p.id, c.id as "rootId", (c.deleted_at is not null or c.erased_at is not null) as deleted, ${profileColumn} as profile
    from customer p join customer c on c.id = coalesce(p.merged_into, p.id) where p.id = ${among(ids)}`));
  return rows.map(({ profile, ...of }) => ({ ...profile, ...of }));
}
