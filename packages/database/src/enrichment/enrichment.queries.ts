import { may, mayReadMarked, type Viewer } from '@orbita/domain/access';
import type { EnrichmentConfidence, EnrichmentField } from '@orbita/domain/enrichment';
import type { Bilingual } from '@orbita/domain/facts';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf, run } from '#connection';

/** The row behind the API's `EnrichmentProposal`. */
export interface EnrichmentProposalRow {
  readonly id: string;
  readonly customerId: string;
  readonly field: EnrichmentField;
  readonly value: string;
  readonly because: Bilingual;
  readonly provider: string;
  readonly confidence: EnrichmentConfidence;
  readonly state: 'OPEN' | 'ACCEPTED' | 'DISMISSED';
}

const columns = sql`p.id, p.customer_id as "customerId", p.field, p.value, p.because, p.provider, p.confidence, p.state`;

/** A proposal holds personal values, and is for whoever may change what it is about. */
const meant = (viewer: Viewer): RawBuilder<boolean> => sql<boolean>`(
  ${sql.lit(may(viewer, 'customer', 'update') && mayReadMarked(viewer.role, 'personal'))} and c.deleted_at is null and c.erased_at is null and c.merged_into is null
  and ${visible('c', viewer, 'customer', 'update')} and ${visible('c', viewer, 'contact', 'update')})`;

/** What is proposed of the customer `c` and waits, what is certain first. */
export const proposalsColumn = (viewer: Viewer): RawBuilder<EnrichmentProposalRow[]> => sql<EnrichmentProposalRow[]>`
  coalesce((select json_agg(x order by x.confidence, x.field, x.value) from (
    select ${columns} from enrichment_proposal p where p.customer_id = c.id and p.state = 'OPEN' and ${meant(viewer)}) x), '[]')`;

export async function enrichmentProposalById(em: Em, id: string, viewer: Viewer): Promise<EnrichmentProposalRow | null> {
  const [row] = await rowsOf(em, sql<EnrichmentProposalRow>`
    select ${columns} from enrichment_proposal p join customer c on c.id = p.customer_id where p.id = ${id}::uuid and ${meant(viewer)}`);
  return row ?? null;
}

/** How many wait, of each field and confidence. */
export interface OpenEnrichment {
  readonly field: EnrichmentField;
  readonly confidence: EnrichmentConfidence;
  readonly proposals: number;
}

export function openEnrichments(em: Em, viewer: Viewer): Promise<OpenEnrichment[]> {
  return rowsOf(em, sql<OpenEnrichment>`
    select p.field, p.confidence, count(*)::int as proposals from enrichment_proposal p join customer c on c.id = p.customer_id
    where p.state = 'OPEN' and ${meant(viewer)} group by 1, 2 order by 3 desc, 1, 2`);
}

/** The ids of those that wait of one field, at most so many. */
export async function openProposalsOf(em: Em, field: EnrichmentField, confidence: EnrichmentConfidence | undefined, viewer: Viewer, limit: number): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    select p.id from enrichment_proposal p join customer c on c.id = p.customer_id
    where p.state = 'OPEN' and p.field = ${field} ${confidence ? sql`and p.confidence = ${confidence}` : sql``} and ${meant(viewer)} order by p.customer_id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Writes what was decided; a machine that decides is nobody. */
export const markProposal = (em: Em, { id }: EnrichmentProposalRow, state: 'ACCEPTED' | 'DISMISSED', by: string | null, now: Date): Promise<number> => run(em, sql`
  update enrichment_proposal set state = ${state}, decided_at = ${now.toISOString()}::timestamptz, decided_by = ${by}::uuid where id = ${id}::uuid`);

/** Whether the company has what is certain filled in without a person. */
export async function takesCertain(em: Em): Promise<boolean> {
  const [row] = await rowsOf(em, sql<{ takes: boolean }>`select takes_certain_enrichment as takes from company limit 1`);
  return row?.takes ?? false;
}

export const setTakesCertain = (em: Em, takes: boolean, now: Date): Promise<number> => run(em, sql`
  update company set takes_certain_enrichment = ${takes}, version = version + 1, updated_at = ${now.toISOString()}::timestamptz`);
