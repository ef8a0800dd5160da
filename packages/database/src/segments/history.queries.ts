import { scopeOf, type Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf, run } from '#connection';

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

/** How long every count is kept, in days. */
const everyCountDays = 3;

/**
 * What the last count of each day found since the day of an instant, oldest first, and who came and left until then; one
 * who does not see every customer gets those of his own.
 */
export function segmentHistory(em: Em, segmentId: string, since: Date, zone: string, viewer: Viewer): Promise<CountedRow[]> {
  const day = sql`(c.counted_at at time zone ${zone})::date`;
  const from = sql`(${since.toISOString()}::timestamptz at time zone ${zone})::date::timestamp at time zone ${zone}`;
  const counts = sql`from segment_count c where c.segment_id = ${segmentId}::uuid`;
  if (scopeOf(viewer.role, 'customer', 'read') === 'all') {
    return rowsOf(em, sql<CountedRow>`
      select max(c.counted_at) as "countedAt", (array_agg(c.members order by c.counted_at desc))[1] as members,
        sum(c.entered)::int as entered, sum(c.departed)::int as departed
      ${counts} and c.counted_at >= ${from} group by ${day} order by 1`);
  }
  // Counts, comings and leavings in one row of time: each count knows how many came and left until then.
  return rowsOf(em, sql<CountedRow>`
    with his as (
      select m.entered_at, m.left_at from segment_member m join customer_facts f using (customer_id)
      where m.segment_id = ${segmentId}::uuid and ${visibleFacts('f', viewer)}
    ), told as (
      select max(c.counted_at) as at, 0 as came, 0 as went, true as counted ${counts} group by ${day}
      union all select entered_at, 1, 0, false from his
      union all select left_at, 0, 1, false from his where left_at is not null
    ), summed as (
      select at, counted, sum(came) over (order by at) as came, sum(went) over (order by at) as went from told
    ), compared as (
      select at, (came - went)::int as members, (came - lag(came, 1, 0::bigint) over (order by at))::int as entered,
        (went - lag(went, 1, 0::bigint) over (order by at))::int as departed
      from summed where counted
    )
    select at as "countedAt", members, entered, departed from compared where at >= ${from} order by at`);
}

/** Of counts older than a few days the last of each day is kept, with whoever came and left in all of them. */
export async function keepOneCountADay(em: Em, segmentId: string, now: Date): Promise<void> {
  await run(em, sql`
    with old as (
      select counted_at, max(counted_at) over a_day as kept, sum(entered) over a_day as entered, sum(departed) over a_day as departed,
        count(*) over a_day as counts
      from (
        select c.*, (c.counted_at at time zone y.zone)::date as day, (${now.toISOString()}::timestamptz at time zone y.zone)::date as today
        from segment_count c, (select zone from company limit 1) y where c.segment_id = ${segmentId}::uuid) of_days
      where day < today - ${everyCountDays}::int
      window a_day as (partition by day)
    ), dropped as (
      delete from segment_count c using old where c.segment_id = ${segmentId}::uuid and c.counted_at = old.counted_at and old.counted_at < old.kept
    )
    update segment_count c set entered = old.entered, departed = old.departed
    from old where c.segment_id = ${segmentId}::uuid and c.counted_at = old.kept and old.counted_at = old.kept and old.counts > 1`);
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
