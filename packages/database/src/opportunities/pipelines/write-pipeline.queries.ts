import { LockMode } from '@mikro-orm/core';
import { type Action, may } from '@orbita/domain/access';
import { opportunityCatalogue, type PipelineInput, preparePipeline } from '@orbita/domain/opportunities';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { appendCompanyEvent, changedFields } from '#company';
import { type Em, newId, rowsOf } from '#connection';
import { catalogueFor } from '#lifecycle';
import { lineOfBusiness } from '#orders';
import type { Writing } from '#requests';
import { refuseStale } from '#timeline';
import { Pipeline } from '../opportunity.entity.ts';

export interface PipelineAt {
  readonly id: string;
  readonly expectedVersion: number;
}

/** What is absent stays. */
export interface PipelinePatch extends PipelineAt, Partial<PipelineInput> {}

/** Makes a pipeline, behind those there are. */
export async function createPipeline(em: Em, input: PipelineInput, writing: Writing): Promise<string | Refusal> {
  if (!may(writing.viewer, 'pipeline', 'create')) return refuse('FORBIDDEN');
  const prepared = await prepare(em, input);
  if (isRefused(prepared)) return prepared;
  const [last] = await rowsOf(em, sql<{ position: number }>`select coalesce(max(position), -1) as position from pipeline`);
  const id = newId();
  em.create(Pipeline, { id, ...prepared, position: (last?.position ?? -1) + 1, createdAt: writing.now, updatedAt: writing.now });
  await em.flush();
  await appendCompanyEvent(em, 'pipelineCreated', { id }, writing);
  return id;
}

/** Changes a pipeline. A stage goes only when no open opportunity stands in it; its key never changes. */
export async function updatePipeline(em: Em, patch: PipelinePatch, writing: Writing): Promise<string | Refusal> {
  const pipeline = await pipelineToWrite(em, patch, 'update', writing);
  if (isRefused(pipeline)) return pipeline;
  const { name = pipeline.name, lineId = pipeline.lineId ?? null, stages = pipeline.stages } = patch;
  const prepared = await prepare(em, { name, lineId, stages });
  if (isRefused(prepared)) return prepared;
  const stranded = await openIn(em, pipeline.id, prepared.stages.map(({ key }) => key));
  if (stranded > 0) return refuseBecause('CONFLICT', 'STAGE_IN_USE', { field: 'stages' });
  const fields = changedFields<object>(pipeline, prepared);
  if (fields.length === 0) return pipeline.id;
  em.assign(pipeline, { ...prepared, updatedAt: writing.now });
  await em.flush();
  await appendCompanyEvent(em, 'pipelineUpdated', { id: pipeline.id, fields }, writing);
  return pipeline.id;
}

/** Puts a pipeline away: never the last one, nor one with open opportunities; what was closed in it keeps its history. */
export async function deletePipeline(em: Em, asked: PipelineAt, writing: Writing): Promise<string | Refusal> {
  // Of two that are put away at once one must stay.
  await rowsOf(em, sql`select from pipeline order by id for update`);
  const pipeline = await pipelineToWrite(em, asked, 'delete', writing);
  if (isRefused(pipeline)) return pipeline;
  if (await openIn(em, pipeline.id, []) > 0) return refuseBecause('CONFLICT', 'PIPELINE_IN_USE', { field: 'id' });
  if (await em.count(Pipeline, { deletedAt: null }) === 1) return refuseBecause('CONFLICT', 'LAST_PIPELINE', { field: 'id' });
  em.assign(pipeline, { deletedAt: writing.now, updatedAt: writing.now });
  await em.flush();
  await appendCompanyEvent(em, 'pipelineDeleted', { id: pipeline.id }, writing);
  return pipeline.id;
}

async function pipelineToWrite(em: Em, { id, expectedVersion }: PipelineAt, action: Action, writing: Writing): Promise<Pipeline | Refusal> {
  if (!may(writing.viewer, 'pipeline', action)) return refuse('FORBIDDEN');
  const pipeline = await em.findOne(Pipeline, { id, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!pipeline) return refuse('NOT_FOUND', { field: 'id' });
  return pipeline.version === expectedVersion ? pipeline : refuseStale(em, writing.company.id, { payload: { id } });
}

async function prepare(em: Em, input: PipelineInput) {
  const prepared = preparePipeline(input, await catalogueFor(em, input, opportunityCatalogue));
  if (isRefused(prepared) || prepared.lineId === null) return prepared;
  const line = await lineOfBusiness(em, prepared.lineId);
  return isRefused(line) ? line : prepared;
}

/** How many open opportunities stand in a pipeline outside these stages. */
async function openIn(em: Em, id: string, besides: readonly string[]): Promise<number> {
  const [row] = await rowsOf(em, sql<{ open: number }>`
    select count(*)::int as open from opportunity where pipeline_id = ${id}::uuid and status = 'OPEN' and stage <> all(${besides}::text[])`);
  return row?.open ?? 0;
}
