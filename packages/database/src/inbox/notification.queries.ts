import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, keyset, type KeysetPage, newId, rowsOf, run } from '#connection';
import type { NotificationKind } from './notification.entity.ts';

/** One line of somebody's inbox. */
export interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly customerId: string;
  readonly activityId: string | null;
  readonly leadId: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export interface InboxFilter {
  readonly unread?: boolean | undefined;
}

// What he may no longer see, or what was taken back, is no longer in his inbox.
const mine = (viewer: Viewer, { unread }: InboxFilter): RawBuilder<unknown> => sql`
  notification n
  join customer held on held.id = n.customer_id
  join customer root on root.id = coalesce(held.merged_into, held.id)
  where n.user_id = ${viewer.userId}::uuid and root.deleted_at is null and case when n.lead_id is null
    then ${visible('root', viewer, 'activity')} and exists (
      select 1 from activity a where a.id = n.activity_id and a.customer_id = n.customer_id and a.deleted_at is null)
    else ${visible('root', viewer, 'lead')} end
    ${unread ? sql`and n.read_at is null` : sql``}`;

/** A page of the viewer's own inbox, the latest first; one row more than asked. */
export function listNotifications(em: Em, filter: InboxFilter, page: KeysetPage, viewer: Viewer): Promise<NotificationRow[]> {
  const { beyond, tail } = keyset(page, {
    value: sql.ref('n.created_at'), id: sql.ref('n.id'), type: 'timestamptz', descending: true,
  });
  return rowsOf(em, sql<NotificationRow>`
    select n.id, n.kind, root.id as "customerId", n.activity_id as "activityId", n.lead_id as "leadId", n.created_at as "createdAt", n.read_at as "readAt"
    from ${mine(viewer, filter)} and ${beyond} ${tail}`);
}

export async function countNotifications(em: Em, filter: InboxFilter, viewer: Viewer): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) as count from ${mine(viewer, filter)}`);
  return Number(row?.count ?? 0);
}

/** Marks lines of the viewer's own inbox as read, all of them when none are named; answers how many were not yet. */
export function markRead(em: Em, ids: readonly string[] | undefined, viewer: Viewer, now: Date): Promise<number> {
  const named = ids ? sql`and id = any(${ids}::uuid[])` : sql``;
  return run(em, sql`
    update notification set read_at = ${now.toISOString()}::timestamptz
    where user_id = ${viewer.userId}::uuid and read_at is null ${named}`);
}

export interface Notice {
  readonly userId: string;
  readonly customerId: string;
  readonly activityId?: string;
  readonly leadId?: string;
  readonly kind: NotificationKind;
}

/** Puts lines into inboxes, in one statement. */
export async function notify(em: Em, notices: readonly Notice[], now: Date): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((notice) => ({ id: newId(), ...notice }));
  await run(em, sql`
    insert into notification (id, user_id, customer_id, activity_id, lead_id, kind, created_at)
    select id, "userId", "customerId", "activityId", "leadId", kind, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      id uuid, "userId" uuid, "customerId" uuid, "activityId" uuid, "leadId" uuid, kind text)`);
}
