import type { Instant } from '#calendar';
import { type Refusal, refuseBecause } from '#refusal';
import type { ActivityKind } from './activity.ts';

/** What of an activity decides whether it can be done. */
export interface Completable {
  readonly kind: ActivityKind;
  readonly doneAt: Instant | null;
}

/** Marks a task as done now; one done already keeps its instant. Refuses what is no task. */
export function completeTask(activity: Completable, now: Instant): { readonly doneAt: Instant } | Refusal {
  if (activity.kind !== 'TASK') return refuseBecause('CONFLICT', 'NOT_A_TASK', { field: 'kind' });
  return { doneAt: activity.doneAt ?? now };
}

/** Opens a done task again. Refuses what is no task. */
export function reopenTask(activity: Completable): { readonly doneAt: null } | Refusal {
  return activity.kind === 'TASK' ? { doneAt: null } : refuseBecause('CONFLICT', 'NOT_A_TASK', { field: 'kind' });
}
