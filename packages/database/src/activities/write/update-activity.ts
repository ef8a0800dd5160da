import { prepareActivity, type PreparedActivity } from '@orbita/domain/activities';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { changedValues } from '#company';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import type { Activity } from '../activity.entity.ts';
import { type ActivityAt, activityToWrite, recordActivity } from './activity-to-write.queries.ts';
import { type ActivityFields, columnsOf, instantsOf, tell, wrongPeople } from './log-activity.ts';

export type ActivityPatch = ActivityAt & ActivityFields;

/** Changes what is said of an activity; those who are new to it are told. Its kind and its author stay. */
export async function updateActivity(em: Em, { id, expectedVersion, ...patch }: ActivityPatch, writing: Writing): Promise<string | Refusal> {
  const found = await activityToWrite(em, { id, expectedVersion }, 'update', writing);
  if (isRefused(found)) return found;
  const { activity, customer } = found;
  const prepared = prepareAgain(activity, patch, writing.now);
  if (isRefused(prepared)) return prepared;
  const fresh = {
    mentions: prepared.mentions.filter((user) => !activity.mentions.includes(user)),
    assigneeId: prepared.assigneeId === (activity.assigneeId ?? null) ? null : prepared.assigneeId,
    contactId: prepared.contactId === (activity.contactId ?? null) ? null : prepared.contactId,
  };
  const wrong = await wrongPeople(em, fresh, { ...customer, parts: [activity.customerId] });
  if (wrong) return wrong;
  const columns = { ...columnsOf(prepared), doneAt: activity.doneAt ?? null };
  const { changed, values: { subject, body, ...values } } = changedValues<Partial<Activity>>(activity, columns);
  if (changed.length === 0) return id;
  em.assign(activity, { ...columns, updatedAt: writing.now, ...(changed.includes('remindAt') ? { remindedAt: null } : {}) });
  await tell(em, activity, fresh, writing);
  const payload = {
    changed, values, ...(fresh.mentions.length > 0 ? { mentions: fresh.mentions } : {}), ...(fresh.assigneeId ? { assigneeId: fresh.assigneeId } : {}),
  };
  // What people write freely may name somebody: erasing him must reach it.
  const changes = Object.fromEntries(Object.entries({ subject, body }).filter(([, value]) => value !== undefined));
  return recordActivity(em, activity, { type: 'activityUpdated', payload, ...(Object.keys(changes).length > 0 ? { personal: { changes } } : {}) }, writing);
}

// A reminder that stands may lie in the past by now: only a new one is checked against the clock.
function prepareAgain(activity: Activity, patch: ActivityFields, now: Date): PreparedActivity | Refusal {
  const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as ActivityFields;
  const after = { ...fieldsOf(activity), ...said };
  const keepsReminder = after.remindAt?.getTime() === activity.remindAt?.getTime();
  const prepared = prepareActivity({
    ...after, kind: activity.kind, ...instantsOf(after), ...(keepsReminder ? { remindAt: null } : {}),
  }, now.getTime());
  if (isRefused(prepared)) return prepared;
  return {
    ...prepared, occurredAt: activity.kind === 'TASK' ? activity.occurredAt.getTime() : prepared.occurredAt,
    remindAt: keepsReminder ? (activity.remindAt?.getTime() ?? null) : prepared.remindAt,
  };
}

function fieldsOf(activity: Activity): ActivityFields {
  const { direction, subject, body, occurredAt, durationMinutes, dueAt, remindAt, assigneeId, contactId, mentions } = activity;
  return { direction, subject, body, occurredAt, durationMinutes, dueAt, remindAt, assigneeId, contactId, mentions };
}
