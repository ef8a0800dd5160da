import type { Viewer } from '@orbita/domain/access';
import { nextMidnight, toIso } from '@orbita/domain/calendar';
import { type RawBuilder, sql } from 'kysely';
import { type Em, keyset, type KeysetPage, rowsOf } from '#connection';
import { activityColumns, type ActivityRow, activitySource, activityVisible } from './activity.queries.ts';

/** Which tasks: all open ones, by when they are due in the company's day, or the done ones. */
export type TaskState = 'OPEN' | 'OVERDUE' | 'TODAY' | 'UPCOMING' | 'DONE';

export interface TaskFilter {
  readonly assigneeId: string;
  readonly state: TaskState;
  readonly now: Date;
  readonly zone: string;
}

export type TaskRow = ActivityRow & { readonly sortValue: string };

/** A page of somebody's tasks: the open ones by when they are due, those without a date last; the done ones the latest first. */
export function listTasks(em: Em, filter: TaskFilter, page: KeysetPage, viewer: Viewer): Promise<TaskRow[]> {
  const value = filter.state === 'DONE' ? sql`a.done_at` : sql`coalesce(a.due_at, 'infinity')`;
  const { beyond, tail } = keyset(page, {
    value, id: sql.ref('a.id'), type: 'timestamptz', descending: filter.state === 'DONE',
  });
  return rowsOf(em, sql<TaskRow>`
    select ${activityColumns}, (${value})::text as "sortValue" from ${activitySource}
    where ${condition(filter, viewer)} and ${beyond} ${tail}`);
}

export async function countTasks(em: Em, filter: TaskFilter, viewer: Viewer): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`
    select count(*) as count from ${activitySource} where ${condition(filter, viewer)}`);
  return Number(row?.count ?? 0);
}

const condition = (filter: TaskFilter, viewer: Viewer): RawBuilder<boolean> => sql<boolean>`
  a.kind = 'TASK' and a.assignee_id = ${filter.assigneeId}::uuid and ${activityVisible(viewer)} and ${inState(filter)}`;

function inState({ state, now, zone }: TaskFilter): RawBuilder<boolean> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const tomorrow = sql`${toIso(nextMidnight(now.getTime(), zone))}::timestamptz`;
  switch (state) {
    case 'OPEN': return sql<boolean>`a.done_at is null`;
    case 'OVERDUE': return sql<boolean>`a.done_at is null and a.due_at < ${at}`;
    case 'TODAY': return sql<boolean>`a.done_at is null and a.due_at >= ${at} and a.due_at < ${tomorrow}`;
    case 'UPCOMING': return sql<boolean>`a.done_at is null and (a.due_at is null or a.due_at >= ${tomorrow})`;
    case 'DONE': return sql<boolean>`a.done_at is not null`;
    default: return state satisfies never;
  }
}
