import { defaultPipeline, preparePipeline } from '@orbita/domain/opportunities';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, run } from '#connection';

/** The one pipeline with which every company begins: an id of its own, so that it is made once, whoever starts first. */
const id = '01990000-0000-7000-8000-000000000001';

/** Puts the first pipeline among the company's, once: what was edited or deleted stays so. */
export async function shipPipeline(em: Em): Promise<void> {
  const pipeline = preparePipeline(defaultPipeline);
  if (isRefused(pipeline)) throw new Error(`The default pipeline is refused: ${pipeline.code} ${pipeline.field}`);
  await run(em, sql`
    insert into pipeline (id, name, stages, created_at, updated_at)
    values (${id}::uuid, ${JSON.stringify(pipeline.name)}::jsonb, ${JSON.stringify(pipeline.stages)}::jsonb, now(), now())
    on conflict (id) do nothing`);
}
