import { shippedModels } from '@orbita/domain/lifecycle';
import { sql } from 'kysely';
import { type Em, newId, run } from '#connection';

/** Puts the models that ship with the product among the company's, once: what was edited or switched off stays so. */
export async function shipModels(em: Em): Promise<void> {
  const rows = shippedModels.map(({ key, name, stages, evaluationOrder }, position) =>
    ({ id: newId(), key, name, stages, evaluation_order: evaluationOrder, position }));
  await run(em, sql`
    insert into lifecycle_model (id, key, name, stages, evaluation_order, position, shipped, updated_at)
    select r.id, r.key, r.name, r.stages, r.evaluation_order, r.position, true, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      r(id uuid, key text, name jsonb, stages jsonb, evaluation_order text[], position int)
    on conflict (key) do nothing`);
}
