import { scopeOf, type Viewer } from '@orbita/domain/access';
import type { LifecycleModel } from '@orbita/domain/lifecycle';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** The row behind the API's `LifecycleModel`. */
export interface LifecycleModelRow extends LifecycleModel {
  readonly id: string;
  readonly shipped: boolean;
  readonly active: boolean;
  readonly version: number;
  readonly updatedAt: string;
  /** While customers are judged anew after an edit: how many rows were reached, of how many. */
  readonly judging: { readonly judged: number; readonly total: number } | null;
}

const models = sql`
  select m.id, m.key, m.name, m.stages, m.evaluation_order as "evaluationOrder", m.shipped, m.active, m.version, m.updated_at as "updatedAt",
    (select json_build_object('judged', e.judged, 'total', e.total) from model_edit e
      where e.model = m.key and e.done_at is null order by e.asked_at limit 1) as judging
  from lifecycle_model m`;

const readable = (viewer: Viewer): RawBuilder<boolean> => scopeOf(viewer.role, 'lifecycle', 'read') === 'none' ? sql<boolean>`false` : sql<boolean>`true`;

/** Every model of the company in its order, those in use first. */
export const listLifecycleModels = (em: Em, viewer: Viewer): Promise<LifecycleModelRow[]> =>
  rowsOf(em, sql<LifecycleModelRow>`${models} where ${readable(viewer)} order by m.active desc, m.position, m.key`);

export async function lifecycleModelById(em: Em, id: string, viewer: Viewer): Promise<LifecycleModelRow | null> {
  const [row] = await rowsOf(em, sql<LifecycleModelRow>`${models} where m.id = ${id}::uuid and ${readable(viewer)}`);
  return row ?? null;
}
