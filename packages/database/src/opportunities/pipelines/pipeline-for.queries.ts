import { LockMode } from '@mikro-orm/core';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { Pipeline } from '../opportunity.entity.ts';

/** The pipeline asked for, else the line's own, or the first that is for any line; held as it is until this transaction ends. */
export async function pipelineFor(em: Em, asked: { pipelineId?: string | undefined; lineId?: string | undefined }): Promise<Pipeline | Refusal> {
  const id = asked.pipelineId ?? await firstFor(em, asked.lineId);
  if (isRefused(id)) return id;
  const pipeline = await em.findOne(Pipeline, { id, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_READ });
  return pipeline ?? refuse('NOT_FOUND', { field: 'pipelineId' });
}

async function firstFor(em: Em, lineId: string | undefined): Promise<string | Refusal> {
  const line = lineId ? sql`p.line_id = ${lineId}::uuid` : sql`p.line_id in (select id from business_line where is_default)`;
  const [row] = await rowsOf(em, sql<{ id: string }>`
    select p.id from pipeline p where p.deleted_at is null and (p.line_id is null or ${line})
    order by p.line_id is null, p.position, p.id limit 1`);
  return row?.id ?? refuse('REQUIRED', { field: 'pipelineId' });
}
