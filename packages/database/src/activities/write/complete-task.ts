import { completeTask as decideDone, reopenTask as decideOpen } from '@orbita/domain/activities';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { type ActivityAt, activityToWrite, recordActivity } from './activity-to-write.queries.ts';

/** A task is done; one that is done already stays so. */
export async function completeTask(em: Em, asked: ActivityAt, writing: Writing): Promise<string | Refusal> {
  const found = await activityToWrite(em, asked, 'update', writing);
  if (isRefused(found)) return found;
  const { activity } = found;
  const done = decideDone({ kind: activity.kind, doneAt: activity.doneAt?.getTime() ?? null }, writing.now.getTime());
  if (isRefused(done)) return done;
  if (activity.doneAt) return activity.id;
  em.assign(activity, { doneAt: new Date(done.doneAt), updatedAt: writing.now });
  return recordActivity(em, activity, { type: 'taskCompleted' }, writing);
}

/** A task that was done is to be done after all. */
export async function reopenTask(em: Em, asked: ActivityAt, writing: Writing): Promise<string | Refusal> {
  const found = await activityToWrite(em, asked, 'update', writing);
  if (isRefused(found)) return found;
  const { activity } = found;
  const open = decideOpen({ kind: activity.kind, doneAt: activity.doneAt?.getTime() ?? null });
  if (isRefused(open)) return open;
  if (!activity.doneAt) return activity.id;
  em.assign(activity, { doneAt: null, updatedAt: writing.now });
  return recordActivity(em, activity, { type: 'taskReopened' }, writing);
}

/** Takes an activity out of every list; the timeline keeps that there was one. */
export async function deleteActivity(em: Em, asked: ActivityAt, writing: Writing): Promise<string | Refusal> {
  const found = await activityToWrite(em, asked, 'delete', writing);
  if (isRefused(found)) return found;
  em.assign(found.activity, { deletedAt: writing.now, updatedAt: writing.now });
  return recordActivity(em, found.activity, { type: 'activityDeleted' }, writing);
}
