import type { KeptValues } from '@orbita/domain/custom-fields';
import { customerSources } from '@orbita/domain/customers';
import type { KnownLeadFields, KnownOpportunityFields } from '@orbita/domain/imports';
import type { OpportunityStatus, Pipeline } from '@orbita/domain/opportunities';
import { sql } from 'kysely';
import { type Column, type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';
import type { There } from './meet-again.ts';

const shownUnder = sql`root.id as "rootId", root.deleted_at is not null as gone`;
const kept = (alias: string): Column => sql`json_build_object('values', ${sql.ref(`${alias}.custom`)}, 'compared', ${sql.ref(`${alias}.custom_compared`)})`;

export interface KnownLead extends There, KnownLeadFields {
  /** Whose row it is. */
  readonly customerId: string;
  readonly source: string;
  readonly contactId: string | null;
  readonly ownerId: string | null;
  readonly opportunityId: string | null;
  /** Of the company's own fields. */
  readonly custom: KeptValues;
  /** UTC milliseconds. */
  readonly capturedAt: number;
}

/** Leads that came under these references, whatever their source. */
export async function knownLeads(em: Em, references: readonly string[]): Promise<Map<string, KnownLead>> {
  const rows = await rowsOf(em, sql<KnownLead & { reference: string }>`
    select l.reference, l.id, l.version, l.customer_id as "customerId", ${shownUnder}, l.status, l.source, l.contact_id as "contactId", l.owner_id as "ownerId",
      l.opportunity_id as "opportunityId", l.subject, l.message, l.qualification, ${kept('l')} as custom, ${milliseconds(sql`l.captured_at`)} as "capturedAt"
    from lead l join customer c on c.id = l.customer_id join customer root on root.id = coalesce(c.merged_into, c.id)
    where l.source = any(${customerSources}::text[]) and l.reference = any(${[...new Set(references)]}::text[])`);
  return new Map(rows.map(({ reference, ...row }) => [reference, row]));
}

export interface KnownOpportunity extends There, KnownOpportunityFields {
  readonly status: OpportunityStatus;
  readonly ownerId: string | null;
  /** Of the company's own fields. */
  readonly custom: KeptValues;
  readonly pipelineId: string;
  readonly stage: string;
}

export async function knownOpportunities(em: Em, references: readonly string[]): Promise<Map<string, KnownOpportunity>> {
  const rows = await rowsOf(em, sql<KnownOpportunity & { reference: string }>`
    select o.reference, o.id, o.version, ${shownUnder}, o.status, o.pipeline_id as "pipelineId", o.stage, o.title, o.amount::float8 as amount, o.currency,
      o.expected_close_on::text as "expectedCloseOn", o.owner_id as "ownerId", ${kept('o')} as custom
    from opportunity o join customer c on c.id = o.customer_id join customer root on root.id = coalesce(c.merged_into, c.id)
    where o.source = any(${customerSources}::text[]) and o.reference = any(${[...new Set(references)]}::text[])`);
  return new Map(rows.map(({ reference, ...row }) => [reference, row]));
}

export interface KnownPipeline extends Pipeline {
  readonly id: string;
}

/** The company's pipelines, those of a line before those of any, each in their order: the first that fits is meant where none is named. None loses a stage before this transaction ends. */
export const pipelinesInOrder = (em: Em): Promise<KnownPipeline[]> => rowsOf(em, sql<KnownPipeline>`
  select id, name, line_id as "lineId", stages from pipeline where deleted_at is null order by line_id is null, position, id for key share`);
