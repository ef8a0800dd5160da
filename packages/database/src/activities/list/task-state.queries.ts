import { nextMidnight, toIso } from '@orbita/domain/calendar';
import { type RawBuilder, sql } from 'kysely';

/** Which tasks: all open ones, by when they are due in the company's day, or the done ones. */
export type TaskState = 'OPEN' | 'OVERDUE' | 'TODAY' | 'UPCOMING' | 'DONE';

/** Somebody's tasks of a state, as it is now in the company's zone. */
export interface TasksOf {
  readonly assigneeId: string;
  readonly state: TaskState;
  readonly zone: string;
}

export const isTaskOf = ({ assigneeId, state, zone }: TasksOf, now: Date): RawBuilder<boolean> =>
  sql<boolean>`(a.kind = 'TASK' and a.assignee_id = ${assigneeId}::uuid and ${inState(state, now, zone)})`;

function inState(state: TaskState, now: Date, zone: string): RawBuilder<boolean> {
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
