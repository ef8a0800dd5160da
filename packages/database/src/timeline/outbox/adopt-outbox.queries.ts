import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

/**
 * Brings the transactions of a restored backup, which were counted by another server, before those of this one, keeping
 * their distances: otherwise what is written next would stand before every cursor, and nobody would ever read it.
 */
export async function adoptOutbox(em: Em): Promise<void> {
  await em.fork({ clear: true }).transactional(async (inner) => {
    const [ahead] = await rowsOf(inner as Em, sql<{ by: string | null }>`
      select (max(tx)::text::bigint - pg_snapshot_xmin(pg_current_snapshot())::text::bigint + 1)::text as by
      from (select tx from outbox union all select read_before from outbox_cursor union all select reading_to from outbox_cursor) counted
      having max(tx) > pg_snapshot_xmax(pg_current_snapshot())`);
    if (!ahead) return;
    // What falls before the first transaction of all is read once more rather than never.
    const back = (column: string) => sql`${sql.ref(column)} = case when ${sql.ref(column)} is not null then
      greatest(${sql.ref(column)}::text::bigint - ${ahead.by}::bigint, 3)::text::xid8 end`;
    await run(inner as Em, sql`update outbox set ${back('tx')}`);
    await run(inner as Em, sql`update outbox_cursor set ${back('read_before')}, ${back('reading_to')}`);
  });
}
