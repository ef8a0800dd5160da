import type { Viewer } from '@orbita/domain/access';
import type { ActivityKind, Direction } from '@orbita/domain/activities';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';

/** The row behind the API's `Activity`. */
export interface ActivityRow {
  readonly id: string;
  readonly customerId: string;
  readonly contactId: string | null;
  readonly kind: ActivityKind;
  readonly direction: Direction | null;
  readonly channel: string | null;
  readonly subject: string;
  readonly body: string | null;
  readonly occurredAt: string;
  readonly durationMinutes: number | null;
  readonly dueAt: string | null;
  readonly remindAt: string | null;
  readonly doneAt: string | null;
  readonly assignee: { id: string; name: string } | null;
  readonly author: { id: string; name: string } | null;
  readonly mentions: { id: string; name: string }[];
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Activities `a`, of all or of some, with the customer they are shown under (`root`), as far as the viewer may see both. */
export const activitySource = (rows: RawBuilder<unknown> = sql`activity`): RawBuilder<unknown> => sql`
  ${rows} a
  join customer held on held.id = a.customer_id
  join customer root on root.id = coalesce(held.merged_into, held.id)`;

export const activityVisible = (viewer: Viewer): RawBuilder<boolean> =>
  sql<boolean>`(a.deleted_at is null and root.deleted_at is null and ${visible('root', viewer, 'activity')})`;

const user = (column: string) => sql`
  (select json_build_object('id', u.id, 'name', u.name) from app_user u where u.id = ${sql.ref(column)})`;

export const activityColumns = sql`
  a.id, root.id as "customerId", a.contact_id as "contactId", a.kind, a.direction, a.channel, a.subject, a.body,
  a.occurred_at as "occurredAt", a.duration_minutes as "durationMinutes", a.due_at as "dueAt", a.remind_at as "remindAt",
  a.done_at as "doneAt", ${user('a.assignee_id')} as assignee, ${user('a.author_id')} as author,
  coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id)
    from app_user u where u.id = any(a.mentions)), '[]') as mentions,
  a.version, a.created_at as "createdAt", a.updated_at as "updatedAt"`;

/** Several activities, for what refers to them; the order of the answer is not that of the ids. */
export function activitiesByIds(em: Em, ids: readonly string[], viewer: Viewer): Promise<ActivityRow[]> {
  return rowsOf(em, sql<ActivityRow>`
    select ${activityColumns} from ${activitySource()} where a.id = any(${ids}::uuid[]) and ${activityVisible(viewer)}`);
}

export async function activityById(em: Em, id: string, viewer: Viewer): Promise<ActivityRow | null> {
  const [row] = await activitiesByIds(em, [id], viewer);
  return row ?? null;
}

/** The activity that an event `e` is about, as it stands now. */
export const activityOfEvent = (viewer: Viewer): RawBuilder<unknown> => sql`(
  select to_json(told) from (
    select ${activityColumns} from ${activitySource()}
    where a.id = (e.payload->>'activityId')::uuid and a.customer_id = e.customer_id and ${activityVisible(viewer)}) told)`;
