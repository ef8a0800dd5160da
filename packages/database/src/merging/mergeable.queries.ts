import type { Mergeable } from '@orbita/domain/merging';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { chainOfReferrers } from '#customers';
import { milliseconds, partsOf } from '#facts';

/** Customers, themselves with whoever was merged into them before, as a merge reads them, in the order asked. Who may see them was asked before. */
export async function mergeables(em: Em, ids: readonly string[]): Promise<Mergeable[]> {
  const rows = await rowsOf(em, sql<Omit<Mergeable, 'chain'>>`
    select c.id, c.kind, c.example, ${at('c.updated_at')} as "updatedAt", ${columns} as columns,
      ${listOf(sql`a.id, a.kind, ${at('a.valid_from')} as since`, sql`address a where a.customer_id = any(m.parts) and a.is_current`)} as addresses,
      ${listOf(sql`p.id, p.kind, ${at('p.created_at')} as since`, sql`contact_point p where p.customer_id = any(m.parts) and p.preferred`)} as preferred,
      ${listOf(sql`k.id, 'CONTACT' as kind, ${at('k.created_at')} as since`, sql`
        contact k where k.customer_id = any(m.parts) and k.is_primary and k.deleted_at is null`)} as "primary",
      ${listOf(sql`distinct on (s.channel, s.purpose) s.channel, s.purpose, s.state, ${at('s.given_at')} as at`, sql`
        consent s where s.customer_id = any(m.parts) order by s.channel, s.purpose, s.given_at desc, s.id desc`)} as consents
    from customer c cross join lateral (select ${partsOf(sql.ref('c.id'))} as parts offset 0) m
    where c.id = any(${ids}::uuid[])`);
  const all: Mergeable[] = [];
  for (const id of ids) all.push({ ...rows.find((row) => row.id === id)!, chain: await chainOfReferrers(em, id) });
  return all;
}

const at = (column: string): RawBuilder<unknown> => milliseconds(sql.ref(column));

const listOf = (row: RawBuilder<unknown>, from: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select jsonb_agg(to_jsonb(x)) from (select ${row} from ${from}) x), '[]')`;

const columns = sql`(select to_jsonb(x) from (select
  c.name, c.given_name as "givenName", c.family_name as "familyName", c.name_key as "nameKey", c.tax_id as "taxId", c.tax_country as "taxCountry",
  c.birth_date::text as "birthDate", c.iban, c.language, c.preferred_channel as "preferredChannel", c.owner_id as "ownerId", c.team_id as "teamId",
  c.partner_id as "partnerId", c.tags, c.source, c.campaign_id as "campaignId", ${at('c.customer_since')} as "customerSince",
  c.do_not_contact as "doNotContact", jsonb_build_object('values', c.custom, 'compared', c.custom_compared) as custom, c.referred_by as "referredBy", ${at('c.left_at')} as "leftAt", c.left_reason as "leftReason",
  c.acquisition_cost as "acquisitionCost") x)`;
