import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf, run } from '#connection';

/** Puts customers on a list; says how many of them the viewer may see, on it before or not. */
export async function enterList(em: Em, segmentId: string, customerIds: readonly string[], viewer: Viewer, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ seen: number }>`
    with seen as (
      select f.customer_id from customer_facts f
      where f.customer_id = any(${customerIds}::uuid[]) and ${visibleFacts('f', viewer)}
    ), entered as (
      insert into segment_member (segment_id, customer_id, entered_at)
      select ${segmentId}::uuid, customer_id, ${now.toISOString()}::timestamptz from seen
      where not exists (
        select from segment_member m where m.segment_id = ${segmentId}::uuid and m.customer_id = seen.customer_id and m.left_at is null)
      on conflict (segment_id, customer_id, entered_at) do update set left_at = null
    )
    select count(*)::int as seen from seen`);
  return row?.seen ?? 0;
}

/** Takes customers off a list, those that the viewer may see; says how many left. */
export function leaveList(em: Em, segmentId: string, customerIds: readonly string[], viewer: Viewer, now: Date): Promise<number> {
  return run(em, sql`
    update segment_member m set left_at = ${now.toISOString()}::timestamptz
    from customer_facts f
    where m.segment_id = ${segmentId}::uuid and m.left_at is null and f.customer_id = m.customer_id
      and f.customer_id = any(${customerIds}::uuid[]) and ${visibleFacts('f', viewer)}`);
}
