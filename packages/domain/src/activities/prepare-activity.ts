import type { Instant } from '#calendar';
import { type Refusal, refuse, refuseBecause } from '#refusal';
import { type ActivityInput, activityKinds, channelOfActivity, directions, type PreparedActivity } from './activity.ts';

const longestSubject = 200;
const longestBody = 20_000;
const longestDuration = 1440;
const mostMentions = 50;
/** Clocks of other machines may be ahead by this much. */
const clockSkew = 300_000;

/**
 * Brings an activity into the form in which it is stored. A task needs when it is due and may be assigned and reminded
 * of; a note may mention people; calls, e-mails and messages need a direction; only a meeting may lie ahead.
 */
export function prepareActivity(input: ActivityInput, now: Instant): PreparedActivity | Refusal {
  const subject = input.subject?.replaceAll(/\s+/g, ' ').trim() || '';
  const body = input.body?.trim() || null;
  const wrong = wrongText(input, subject, body) ?? wrongTime(input, now) ?? wrongForItsKind(input, now);
  if (wrong) return wrong;
  const isTask = input.kind === 'TASK';
  return {
    kind: input.kind,
    direction: channelOfActivity(input.kind) || input.kind === 'MEETING' ? (input.direction ?? null) : null,
    channel: channelOfActivity(input.kind),
    subject: subject || firstLine(body),
    body,
    occurredAt: isTask ? now : (input.occurredAt ?? now),
    durationMinutes: input.durationMinutes ?? null,
    dueAt: isTask ? (input.dueAt ?? null) : null,
    remindAt: isTask ? (input.remindAt ?? null) : null,
    doneAt: null,
    assigneeId: input.assigneeId ?? null,
    contactId: input.contactId ?? null,
    mentions: [...new Set(input.mentions ?? [])],
  };
}

function wrongText({ kind }: ActivityInput, subject: string, body: string | null): Refusal | null {
  if (!activityKinds.includes(kind)) return refuse('INVALID', { field: 'kind', details: { value: kind } });
  if (subject === '' && (body === null || kind === 'TASK')) return refuse('REQUIRED', { field: 'subject' });
  if (subject.length > longestSubject) return refuse('TOO_LONG', { field: 'subject', details: { maximum: longestSubject } });
  return (body?.length ?? 0) > longestBody ? refuse('TOO_LONG', { field: 'body', details: { maximum: longestBody } }) : null;
}

function wrongTime({ kind, occurredAt, durationMinutes }: ActivityInput, now: Instant): Refusal | null {
  if (occurredAt !== null && occurredAt !== undefined) {
    if (!Number.isSafeInteger(occurredAt)) return refuse('INVALID', { field: 'occurredAt' });
    if (kind !== 'MEETING' && kind !== 'TASK' && occurredAt > now + clockSkew) return refuseBecause('INVALID', 'IN_THE_FUTURE', { field: 'occurredAt' });
  }
  const fits = durationMinutes === null || durationMinutes === undefined
    || (Number.isInteger(durationMinutes) && durationMinutes >= 0 && durationMinutes <= longestDuration);
  return fits ? null : refuse('OUT_OF_RANGE', { field: 'durationMinutes', details: { minimum: 0, maximum: longestDuration } });
}

function wrongForItsKind(input: ActivityInput, now: Instant): Refusal | null {
  const { kind, dueAt, remindAt, direction } = input;
  const mentions = input.mentions ?? [];
  if (direction && !directions.includes(direction)) return refuse('INVALID', { field: 'direction', details: { value: direction } });
  if (channelOfActivity(kind) && !direction) return refuse('REQUIRED', { field: 'direction' });
  if (mentions.length > 0 && kind !== 'NOTE') return refuseBecause('INVALID', 'MENTIONS_IN_NOTES', { field: 'mentions' });
  if (mentions.length > mostMentions) return refuse('OUT_OF_RANGE', { field: 'mentions', details: { minimum: 0, maximum: mostMentions } });
  if (kind !== 'TASK') return null;
  if (dueAt === null || dueAt === undefined) return refuse('REQUIRED', { field: 'dueAt' });
  if (!Number.isSafeInteger(dueAt)) return refuse('INVALID', { field: 'dueAt' });
  if (remindAt === null || remindAt === undefined) return null;
  if (!Number.isSafeInteger(remindAt) || remindAt < now) return refuseBecause('INVALID', 'REMINDER_PAST', { field: 'remindAt' });
  return null;
}

/** What a list shows of a text without a subject. */
function firstLine(body: string | null): string {
  const line = body?.split('\n')[0]?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return line.length > longestSubject ? `${line.slice(0, longestSubject - 1)}…` : line;
}
