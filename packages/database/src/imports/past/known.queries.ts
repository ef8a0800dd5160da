import type { CustomValues } from '@orbita/domain/custom-fields';
import { customerSources } from '@orbita/domain/customers';
import type { LeadStatus, Qualification } from '@orbita/domain/leads';
import type { OpportunityStatus, Pipeline } from '@orbita/domain/opportunities';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';

export interface KnownLead {
  readonly id: string;
  /** Whose row it is, and under whom it is shown. */
  readonly customerId: string;
  readonly rootId: string;
  readonly status: LeadStatus;
  readonly source: string;
  readonly contactId: string | null;
  readonly ownerId: string | null;
  readonly opportunityId: string | null;
  readonly qualification: Qualification;
  /** Of the company's own fields. */
  readonly custom: CustomValues;
  /** UTC milliseconds. */
  readonly capturedAt: number;
}

/** Leads that came under these references, whatever their source. */
export async function knownLeads(em: Em, references: readonly string[]): Promise<Map<string, KnownLead>> {
  const rows = await rowsOf(em, sql<KnownLead & { reference: string }>`
    select l.reference, l.id, l.customer_id as "customerId", coalesce(c.merged_into, c.id) as "rootId", l.status, l.source, l.contact_id as "contactId",
      l.owner_id as "ownerId", l.opportunity_id as "opportunityId", l.qualification, l.custom, ${milliseconds(sql`l.captured_at`)} as "capturedAt"
    from lead l join customer c on c.id = l.customer_id
    where l.source = any(${customerSources}::text[]) and l.reference = any(${[...new Set(references)]}::text[])`);
  return new Map(rows.map(({ reference, ...row }) => [reference, row]));
}

export interface KnownOpportunity {
  readonly id: string;
  readonly status: OpportunityStatus;
  readonly pipelineId: string;
  readonly stage: string;
}

export async function knownOpportunities(em: Em, references: readonly string[]): Promise<Map<string, KnownOpportunity>> {
  const rows = await rowsOf(em, sql<KnownOpportunity & { reference: string }>`
    select reference, id, status, pipeline_id as "pipelineId", stage from opportunity
    where source = any(${customerSources}::text[]) and reference = any(${[...new Set(references)]}::text[])`);
  return new Map(rows.map(({ reference, ...row }) => [reference, row]));
}

export interface KnownPipeline extends Pipeline {
  readonly id: string;
}

/** The company's pipelines, those of a line before those of any, each in their order: the first that fits is meant where none is named. */
export const pipelinesInOrder = (em: Em): Promise<KnownPipeline[]> => rowsOf(em, sql<KnownPipeline>`
  select id, name, line_id as "lineId", stages from pipeline where deleted_at is null order by line_id is null, position, id`);
