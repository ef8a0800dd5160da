import type { Viewer } from '@orbita/domain/access';
import type { ActivityKind, Direction } from '@orbita/domain/activities';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, keyset, type KeysetPage, pageColumn, rowsOf } from '#connection';

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

/** Activities with the customer they are shown under (`root`), as far as the viewer may see both. */
export const activitySource = sql`
  activity a
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
    select ${activityColumns} from ${activitySource} where a.id = any(${ids}::uuid[]) and ${activityVisible(viewer)}`);
}

export async function activityById(em: Em, id: string, viewer: Viewer): Promise<ActivityRow | null> {
  const [row] = await activitiesByIds(em, [id], viewer);
  return row ?? null;
}

export interface ActivityFilter {
  readonly customerId?: string | undefined;
  readonly kinds?: readonly ActivityKind[] | undefined;
  readonly opportunityId?: string | undefined;
  /** Only what happened from this instant on. */
  readonly since?: string | undefined;
}

/** A page of what was done with a customer, or with all of them, the latest first; one row more than asked. */
export function listActivities(em: Em, filter: ActivityFilter, page: KeysetPage, viewer: Viewer): Promise<ActivityRow[]> {
  return rowsOf(em, activitiesPage(condition(filter, viewer), page));
}

/** The same of each customer `c` of a statement, as a column of it. */
export function activitiesOfCustomer(
  kinds: readonly ActivityKind[] | undefined, page: KeysetPage, counted: boolean, viewer: Viewer,
): RawBuilder<unknown> {
  const theirs = condition({ kinds }, viewer, sql.ref('c.id'));
  return pageColumn(activitiesPage(theirs, page), counted ? counting(theirs) : undefined);
}

function activitiesPage(where: RawBuilder<boolean>, page: KeysetPage): RawBuilder<ActivityRow> {
  const { beyond, tail } = keyset(page, {
    value: sql.ref('a.occurred_at'), id: sql.ref('a.id'), type: 'timestamptz', descending: true,
  });
  return sql<ActivityRow>`select ${activityColumns} from ${activitySource} where ${where} and ${beyond} ${tail}`;
}

const counting = (where: RawBuilder<boolean>) => sql<{ count: string }>`
  select count(*) as count from ${activitySource} where ${where}`;

export async function countActivities(em: Em, filter: ActivityFilter, viewer: Viewer): Promise<number> {
  const [row] = await rowsOf(em, counting(condition(filter, viewer)));
  return Number(row?.count ?? 0);
}

function condition({ customerId, kinds, opportunityId, since }: ActivityFilter, viewer: Viewer, customer = idOf(customerId)): RawBuilder<boolean> {
  const parts = [
    activityVisible(viewer),
    customer && sql`a.customer_id in (
      select own.id from customer own where own.id = ${customer} or own.merged_into = ${customer})`,
    kinds?.length ? sql`a.kind = any(${kinds}::text[])` : undefined,
    opportunityId ? sql`a.opportunity_id = ${opportunityId}::uuid` : undefined,
    since ? sql`a.occurred_at >= ${since}::timestamptz` : undefined,
  ].filter((part) => part !== undefined);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

const idOf = (id: string | undefined): RawBuilder<unknown> | undefined => (id ? sql`${id}::uuid` : undefined);

/** The activity that an event `e` is about, as it stands now. */
export const activityOfEvent = (viewer: Viewer): RawBuilder<unknown> => sql`(
  select to_json(told) from (
    select ${activityColumns} from ${activitySource}
    where a.id = (e.payload->>'activityId')::uuid and a.customer_id = e.customer_id and ${activityVisible(viewer)}) told)`;
