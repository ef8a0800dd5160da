import { scopeOf, type Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

/** How many things were put back as they were, taken out, and left because somebody worked on them since. */
export interface Undone {
  readonly restored: number;
  readonly removed: number;
  readonly left: number;
}

/** For how long what an import touched is kept. */
export const undoneWithin = sql`interval '30 days'`;

/** Whether an import can be undone: it ended, and what it touched is still kept. */
export const undoable = (viewer: Viewer) => sql<boolean>`(${sql.lit(scopeOf(viewer.role, 'import', 'create') === 'all' && scopeOf(viewer.role, 'customer', 'delete') === 'all')}
  and j.status in ('DONE', 'FAILED', 'STOPPED') and j.updated_at > now() - ${undoneWithin} and exists (select from import_touched x where x.job_id = j.id))`;

/** Has an import undone from now on; 0 where it cannot be. */
export function markUndoing(em: Em, id: string, viewer: Viewer, now: Date): Promise<number> {
  return run(em, sql`
    update import_job j set status = 'UNDOING', undone = null, undone_by = ${viewer.userId}::uuid, failure = null, updated_at = ${now.toISOString()}::timestamptz
    where j.id = ${id}::uuid and ${undoable(viewer)}`);
}

export async function undoneBy(em: Em, id: string): Promise<{ readonly undone: Undone; readonly by: string | null }> {
  const [row] = await rowsOf(em, sql<{ undone: Undone; by: string | null }>`select undone, undone_by as by from import_job where id = ${id}::uuid`);
  return row!;
}

/** How far an undoing came, for whoever goes on with it alone; undefined when it is no longer under way. */
export async function holdUndoing(em: Em, id: string): Promise<Undone | undefined> {
  const [row] = await rowsOf(em, sql<{ undone: Undone }>`select undone from import_job where id = ${id}::uuid and status = 'UNDOING' for update`);
  return row?.undone;
}

export async function saveUndone(em: Em, id: string, undone: Undone, status: 'UNDOING' | 'UNDONE', now: Date): Promise<void> {
  await run(em, sql`
    update import_job set undone = ${JSON.stringify(undone)}::jsonb, status = ${status}, updated_at = ${now.toISOString()}::timestamptz where id = ${id}::uuid and status = 'UNDOING'`);
}

/** What was kept of customers for the undoing, of imports that are too old for it. */
export function forgetTouched(em: Em, now: Date): Promise<number> {
  return run(em, sql`
    delete from import_touched x using import_job j where j.id = x.job_id and (j.status = 'UNDONE' or j.updated_at < ${now.toISOString()}::timestamptz - ${undoneWithin})`);
}
