import type { Action } from '@orbita/domain/access';
import { type CustomField, customFacts } from '@orbita/domain/custom-fields';
import { opportunityCatalogue, type OpportunityState, type PipelineStage, withRequiredFields } from '@orbita/domain/opportunities';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import type { Subject } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { type Em, prepared, rowsOf } from '#connection';
import { fieldDefinitions } from '#custom-fields';
import { catalogueFor, lockCustomers } from '#lifecycle';
import { customerToWrite, type Writing } from '#requests';
import { refuseStale } from '#timeline';
import { Opportunity, type Pipeline } from '../opportunity.entity.ts';
import { opportunitySource, opportunityVisible } from '../read/source.queries.ts';
import { readByGates, subjectsOf } from '../read/subjects.queries.ts';

export interface OpportunityAt {
  readonly id: string;
  readonly expectedVersion: number;
}

/** An opportunity whose customer is locked, and the one under whom it is shown. */
export interface OpportunityToWrite {
  readonly opportunity: Opportunity;
  readonly root: string;
}

/**
 * Locks the customer of an opportunity, with who recommended him, and loads it; to one who may not see it, it does not
 * exist. An old version is refused with the name of the one who was first.
 */
export async function opportunityToWrite(
  em: Em, { id, expectedVersion }: OpportunityAt, writing: Writing, action: Action = 'update',
): Promise<OpportunityToWrite | Refusal> {
  const [held] = await rowsOf(em, prepared(sql<{ customerId: string; referredBy: string | null }>`
    select o.customer_id as "customerId", f.referred_by as "referredBy"
    from ${opportunitySource} where o.id = ${id}::uuid and ${opportunityVisible(writing.viewer)}`));
  if (!held) return refuse('NOT_FOUND', { field: 'id' });
  if (held.referredBy) await lockCustomers(em, [held.customerId, held.referredBy], writing.now);
  const customer = await customerToWrite(em, held.customerId, 'opportunity', action, writing);
  if (isRefused(customer)) return customer;
  const opportunity = await em.findOneOrFail(Opportunity, { id, customerId: held.customerId });
  if (opportunity.version !== expectedVersion) return refuseStale(em, opportunity.customerId, { payload: { opportunityId: id } });
  return { opportunity, root: customer.id };
}

/** What of it its moves depend on. */
export const stateOf = ({ status, stage, stageSince }: Opportunity): OpportunityState => ({ status, stage, stageSince: stageSince.getTime() });

interface PipelineOf extends Pick<Pipeline, 'name' | 'stages'> {
  readonly lineId: string | null;
  /** The company's own fields of opportunities. */
  readonly fields: readonly CustomField[];
}

/**
 * The pipeline in which an opportunity stands, also when it has been put away since. Whoever changes it waits until this
 * transaction ends, so that no stage goes while a card enters it.
 */
export async function pipelineOf(em: Em, { pipelineId }: Opportunity): Promise<PipelineOf> {
  const [pipeline] = await rowsOf(em, prepared(sql<PipelineOf>`
    select p.name, p.line_id as "lineId", p.stages, ${fieldDefinitions('OPPORTUNITY')} as fields
    from pipeline p where p.id = ${pipelineId}::uuid for key share of p`));
  if (!pipeline) throw new Error(`There is no pipeline ${pipelineId}.`);
  return pipeline;
}

/** The same with the company's own fields in its gates, and what tells of them. */
export async function gatedPipelineOf(em: Em, opportunity: Opportunity) {
  const { fields, ...pipeline } = await pipelineOf(em, opportunity);
  const stages = withRequiredFields(pipeline.stages, fields);
  const stated = fields.length > 0 ? customFacts(fields) : [];
  return { pipeline: { ...pipeline, stages }, catalogue: await catalogueFor(em, stages, (extra = []) => opportunityCatalogue([...extra, ...stated])) };
}

/** What its gates read: the real facts, whoever moves it. */
export async function subjectOf(
  em: Em, { id }: Opportunity, stages: readonly PipelineStage[], { now, company }: Writing,
): Promise<Subject> {
  const subjects = await subjectsOf(em, [id], readByGates(stages), { now, zone: company.zone });
  return subjects.get(id) ?? { facts: {} };
}
