import { scopeOf, type Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';

export interface CountedRow {
  readonly countedAt: string;
  readonly members: number;
  readonly entered: number;
  readonly departed: number;
}

export interface ChangeRow {
  readonly customerId: string;
  readonly at: string;
}

export interface SegmentChanges {
  readonly entered: readonly ChangeRow[];
  readonly left: readonly ChangeRow[];
}

/** The counts of the last days, oldest first; one who does not see every customer gets those of his own. */
export function segmentHistory(em: Em, segmentId: string, since: Date, viewer: Viewer): Promise<CountedRow[]> {
  const counts = sql`
    from segment_count c where c.segment_id = ${segmentId}::uuid and c.counted_at >= ${since.toISOString()}::timestamptz`;
  if (scopeOf(viewer.role, 'customer', 'read') === 'all') {
    return rowsOf(em, sql<CountedRow>`
      select c.counted_at as "countedAt", c.members, c.entered, c.departed ${counts} order by c.counted_at`);
  }
  return rowsOf(em, sql<CountedRow>`
    with his as (
      select m.entered_at, m.left_at from segment_member m join customer_facts f using (customer_id)
      where m.segment_id = ${segmentId}::uuid and ${visibleFacts('f', viewer)}
    ), counted as (
      select c.counted_at, coalesce(lag(c.counted_at) over (order by c.counted_at), '-infinity') as before
      from segment_count c where c.segment_id = ${segmentId}::uuid
    )
    select c.counted_at as "countedAt",
      (select count(*)::int from his where entered_at <= c.counted_at and (left_at is null or left_at > c.counted_at)) as members,
      (select count(*)::int from his where entered_at > c.before and entered_at <= c.counted_at) as entered,
      (select count(*)::int from his where left_at > c.before and left_at <= c.counted_at) as departed
    from counted c where c.counted_at >= ${since.toISOString()}::timestamptz order by c.counted_at`);
}

/** Who came and who left since an instant, newest first, a hundred of each at most. */
export async function segmentChanges(em: Em, segmentId: string, since: Date, viewer: Viewer): Promise<SegmentChanges> {
  const moved = (column: 'entered_at' | 'left_at') => sql`
    (select m.customer_id as "customerId", m.${sql.raw(column)} as at, ${sql.lit(column === 'entered_at')} as came
     from segment_member m join customer_facts f using (customer_id)
     where m.segment_id = ${segmentId}::uuid and m.${sql.raw(column)} > ${since.toISOString()}::timestamptz and ${visibleFacts('f', viewer)}
     order by m.${sql.raw(column)} desc, m.customer_id limit 100)`;
  const rows = await rowsOf(em, sql<ChangeRow & { came: boolean }>`${moved('entered_at')} union all ${moved('left_at')}`);
  return { entered: rows.filter((row) => row.came), left: rows.filter((row) => !row.came) };
}
