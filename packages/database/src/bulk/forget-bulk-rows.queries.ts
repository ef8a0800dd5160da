import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

const keptDays = 30;

/**
 * Forgets what was there before a change that ended a month ago: what was personal is not kept for ever; it cannot be
 * taken back any more. What is being taken back is forgotten when that has ended.
 */
export async function forgetBulkRows(em: Em, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  await em.fork({ clear: true }).transactional(async (transaction) => {
    const inner = transaction as Em;
    // Held first, in a statement of its own: whoever takes one back holds it too, and what he began is seen by the next.
    const old = await rowsOf(inner, sql<{ id: string }>`
      select id from bulk_change where finished_at < ${before}::timestamptz and forgotten_at is null order by id for update`);
    const forgotten = await rowsOf(inner, sql<{ id: string }>`
      update bulk_change b set forgotten_at = ${now.toISOString()}::timestamptz where b.id = any(${old.map(({ id }) => id)}::uuid[])
        and not exists (select from bulk_change u where u.undoes_id = b.id and u.finished_at is null) returning b.id`);
    await run(inner, sql`update bulk_row set changed = null where bulk_id = any(${forgotten.map(({ id }) => id)}::uuid[]) and changed is not null`);
  });
}
