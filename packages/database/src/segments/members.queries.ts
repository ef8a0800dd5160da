import type { Rule } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import { keepOneCountADay } from './history.queries.ts';
import { memberCondition, meaningOf } from './segment.queries.ts';

/** What one count of a segment found. */
export interface MembersCounted {
  readonly members: number;
  readonly entered: number;
  readonly departed: number;
}

/**
 * Brings the remembered members of a segment to what holds now, and remembers the count: one statement over all of
 * them. Nobody looks: everything is read, and the hidden are no members.
 */
export async function refreshSegmentMembers(em: Em, segmentId: string, now: Date): Promise<MembersCounted | null> {
  const [segment] = await rowsOf(em, sql<{ id: string; rule: Rule | null }>`
    select id, rule from segment where id = ${segmentId}::uuid and deleted_at is null for update`);
  if (!segment) return null;
  const at = sql`${now.toISOString()}::timestamptz`;
  const [counted] = await rowsOf(em, sql<MembersCounted>`
    with members as materialized (
      select f.customer_id from customer_facts f where not f.hidden and ${memberCondition(meaningOf(segment), undefined, now)}
    ), departed as (
      update segment_member m set left_at = ${at}
      where m.segment_id = ${segmentId}::uuid and m.left_at is null
        and not exists (select from members n where n.customer_id = m.customer_id)
      returning 1
    ), entered as (
      insert into segment_member (segment_id, customer_id, entered_at)
      select ${segmentId}::uuid, n.customer_id, ${at} from members n
      where not exists (
        select from segment_member m where m.segment_id = ${segmentId}::uuid and m.customer_id = n.customer_id and m.left_at is null)
      on conflict (segment_id, customer_id, entered_at) do update set left_at = null
      returning 1
    )
    insert into segment_count as c (segment_id, counted_at, members, entered, departed)
    select ${segmentId}::uuid, ${at}, (select count(*) from members),
      changed.entered + (select count(*) from entered), changed.departed + (select count(*) from departed)
    from (
      select count(*) filter (where m.entered_at > last.at) as entered, count(*) filter (where m.left_at > last.at) as departed
      from segment_member m, (
        select coalesce(max(counted_at), '-infinity') as at from segment_count where segment_id = ${segmentId}::uuid) last
      where m.segment_id = ${segmentId}::uuid) changed
    on conflict (segment_id, counted_at) do update set members = excluded.members
    returning members, entered, departed`);
  return counted ?? null;
}

/** The same for some customers alone, with the roots of the merged and those merged into them, in every segment that is a rule; the next count counts who came and who left. */
export async function refreshMembershipsOf(em: Em, customerIds: readonly string[], now: Date): Promise<void> {
  const segments = await rowsOf(em, sql<{ id: string; rule: Rule }>`
    select id, rule from segment where kind = 'RULE' and deleted_at is null order by id for update`);
  const at = sql`${now.toISOString()}::timestamptz`;
  for (const { id, rule } of segments) {
    await run(em, sql`
      with named_with_merged as (
        select coalesce(c.merged_into, c.id) as id from customer c where c.id = any(${customerIds}::uuid[])
        union
        select merged.id from customer c join customer merged on merged.merged_into = coalesce(c.merged_into, c.id) where c.id = any(${customerIds}::uuid[])
      ), named as materialized (
        select f.customer_id, (not f.hidden and ${memberCondition({ kind: 'RULE', rule }, undefined, now)}) is true as belongs
        from customer_facts f where f.customer_id in (select id from named_with_merged)
      ), departed as (
        update segment_member m set left_at = ${at} from named n
        where m.segment_id = ${id}::uuid and m.customer_id = n.customer_id and m.left_at is null and not n.belongs
      )
      insert into segment_member (segment_id, customer_id, entered_at)
      select ${id}::uuid, n.customer_id, ${at} from named n
      where n.belongs and not exists (
        select from segment_member m where m.segment_id = ${id}::uuid and m.customer_id = n.customer_id and m.left_at is null)
      on conflict (segment_id, customer_id, entered_at) do update set left_at = null`);
  }
}

/** The segments whose rule reads one of these facts. */
export async function segmentsReading(em: Em, facts: readonly string[]): Promise<string[]> {
  const named = facts.map((fact) => `%${JSON.stringify(fact)}%`);
  const rows = await rowsOf(em, sql<{ id: string }>`
    select id from segment where kind = 'RULE' and deleted_at is null and rule::text like any(${named}::text[]) order by id`);
  return rows.map(({ id }) => id);
}

/** The same for every segment, for the job; in order of id, each found by its own statement. Old counts are thinned out. */
export async function refreshAllSegments(em: Em, now: Date): Promise<number> {
  const segments = await rowsOf(em, sql<{ id: string }>`select id from segment where deleted_at is null order by id`);
  for (const { id } of segments) {
    await em.fork({ clear: true }).transactional(async (inner) => {
      await refreshSegmentMembers(inner as Em, id, now);
      await keepOneCountADay(inner as Em, id, now);
    });
  }
  return segments.length;
}
