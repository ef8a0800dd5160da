import { sql } from 'kysely';
import { type Em, run } from '#connection';
import { instant } from '#facts';

/** Takes customers out of the models that are switched off: they stand nowhere in them, and their visits end. */
export const leaveModels = (em: Em, customerIds: readonly string[], now: Date): Promise<number> => run(em, sql`
  with off as (select key from lifecycle_model where not active), ended as (
    update stage_visit v set left_at = greatest(v.entered_at, ${instant(now)}) from off
    where v.customer_id = any(${customerIds}::uuid[]) and v.model = off.key and v.left_at is null
  )
  update customer_facts f set stages = f.stages - array(select key from off)
  where f.customer_id = any(${customerIds}::uuid[]) and exists (select 1 from off where jsonb_exists(f.stages, off.key))`);
