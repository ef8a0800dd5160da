import { sql } from 'kysely';
import { type Em, run } from '#connection';

const keptDays = 30;

/** Forgets what was there before a change that ended a month ago: what was personal is not kept for ever; it cannot be taken back any more. */
export async function forgetBulkRows(em: Em, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  await em.fork({ clear: true }).transactional(async (inner) => {
    await run(inner as Em, sql`
      update bulk_row r set changed = null from bulk_change b
      where b.id = r.bulk_id and b.finished_at < ${before}::timestamptz and b.forgotten_at is null and r.changed is not null`);
    await run(inner as Em, sql`
      update bulk_change set forgotten_at = ${now.toISOString()}::timestamptz where finished_at < ${before}::timestamptz and forgotten_at is null`);
  });
}
