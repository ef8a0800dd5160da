import { scopeOf, type Viewer } from '@orbita/domain/access';
import type { Because } from '@orbita/domain/lifecycle';
import { sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';

/** One stay of a customer in a stage of a model; `leftAt` is null where he stands now. */
export interface StageVisitRow {
  readonly model: string;
  readonly stage: string;
  readonly enteredAt: string;
  readonly leftAt: string | null;
  readonly because: Because;
}

export interface CustomerStagesRow {
  readonly id: string;
  readonly stages: readonly (StageVisitRow & { readonly previous: string | null })[];
}

/** Where each of these customers stands in each active model, since when and why, as the viewer may see them. */
export async function stagesOfCustomers(em: Em, customerIds: readonly string[], viewer: Viewer): Promise<CustomerStagesRow[]> {
  if (scopeOf(viewer.role, 'lifecycle', 'read') === 'none') return [];
  return rowsOf(em, sql<CustomerStagesRow>`
    select f.customer_id as id, coalesce(json_agg(json_build_object(
        'model', v.model, 'stage', v.stage, 'enteredAt', v.entered_at, 'leftAt', null, 'because', v.because,
        'previous', f.stages -> v.model -> 'previous') order by m.position, m.key) filter (where v.model is not null), '[]') as stages
    from customer_facts f
    left join (stage_visit v join lifecycle_model m on m.key = v.model and m.active)
      on v.customer_id = f.customer_id and v.left_at is null
    where f.customer_id = any(${customerIds}::uuid[]) and ${visible('f', viewer)}
    group by f.customer_id`);
}

/** The stays of one customer in a model, the latest first, a hundred at most. */
export async function stageHistory(em: Em, customerId: string, model: string, viewer: Viewer): Promise<StageVisitRow[]> {
  if (scopeOf(viewer.role, 'lifecycle', 'read') === 'none') return [];
  return rowsOf(em, sql<StageVisitRow>`
    select v.model, v.stage, v.entered_at as "enteredAt", v.left_at as "leftAt", v.because
    from stage_visit v join customer_facts f using (customer_id)
    where v.customer_id = ${customerId}::uuid and v.model = ${model} and ${visible('f', viewer)}
    order by v.no desc limit 100`);
}
