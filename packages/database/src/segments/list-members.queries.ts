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

/** Customers who are about to be restored stand on the lists again that they left because they were deleted. */
export async function comeBackToLists(em: Em, customerIds: readonly string[], now: Date): Promise<void> {
  await run(em, sql`
    insert into segment_member (segment_id, customer_id, entered_at)
    select distinct m.segment_id, c.id, ${now.toISOString()}::timestamptz
    from customer c join segment_member m on m.customer_id = c.id and m.left_at >= c.deleted_at
    join segment s on s.id = m.segment_id and s.kind = 'LIST' and s.deleted_at is null
    where c.id = any(${customerIds}::uuid[]) and not exists (
      select from segment_member x where x.segment_id = m.segment_id and x.customer_id = c.id and x.left_at is null)
    on conflict (segment_id, customer_id, entered_at) do update set left_at = null`);
}

/** What moving a customer's places on lists to another changed: whose places ended, and which the other did not have. */
export interface MovedMemberships {
  readonly ended: readonly { readonly segmentId: string; readonly enteredAt: string }[];
  readonly entered: readonly { readonly segmentId: string; readonly enteredAt: string }[];
}

/** The one into whom a customer is merged takes his places on lists; where he has one already, the other's ends all the same. */
export async function moveMemberships(em: Em, { from, to }: { readonly from: string; readonly to: string }, now: Date): Promise<MovedMemberships> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = await rowsOf(em, sql<MovedMemberships>`
    with ended as (
      update segment_member m set left_at = ${at} from segment s
      where s.id = m.segment_id and s.kind = 'LIST' and m.customer_id = ${from}::uuid and m.left_at is null
      returning m.segment_id as "segmentId", m.entered_at as "enteredAt"
    ), entered as (
      insert into segment_member (segment_id, customer_id, entered_at) select "segmentId", ${to}::uuid, ${at} from ended
      where not exists (
        select from segment_member m where m.segment_id = ended."segmentId" and m.customer_id = ${to}::uuid and m.left_at is null)
      on conflict (segment_id, customer_id, entered_at) do update set left_at = null
      returning segment_id as "segmentId", entered_at as "enteredAt"
    )
    select coalesce((select jsonb_agg(to_jsonb(ended)) from ended), '[]') as ended,
      coalesce((select jsonb_agg(to_jsonb(entered)) from entered), '[]') as entered`);
  return row!;
}

/** Each has the places of his own again; who was taken off a list since stays off. The rule segments that he left with the merge take him back. */
export async function restoreMemberships(
  em: Em, { from, to }: { readonly from: string; readonly to: string }, { ended, entered }: MovedMemberships, mergedAt: Date,
): Promise<void> {
  const listed = (places: MovedMemberships['ended']) => sql`
    jsonb_to_recordset(${JSON.stringify(places)}::jsonb) r("segmentId" uuid, "enteredAt" timestamptz)`;
  const still = sql`exists (
    select from segment_member x where x.segment_id = r."segmentId" and x.customer_id = ${to}::uuid and x.left_at is null)`;
  await run(em, sql`
    update segment_member m set left_at = null from ${listed(ended)}
    where m.segment_id = r."segmentId" and m.customer_id = ${from}::uuid and m.entered_at = r."enteredAt" and ${still}`);
  await run(em, sql`
    delete from segment_member m using ${listed(entered)}
    where m.segment_id = r."segmentId" and m.customer_id = ${to}::uuid and m.entered_at = r."enteredAt" and m.left_at is null`);
  await run(em, sql`
    update segment_member m set left_at = null from segment s
    where s.id = m.segment_id and s.kind = 'RULE' and m.customer_id = ${from}::uuid and m.left_at >= ${mergedAt.toISOString()}::timestamptz
      and not exists (select from segment_member x where x.segment_id = m.segment_id and x.customer_id = m.customer_id and x.left_at is null)`);
}
