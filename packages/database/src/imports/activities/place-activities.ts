import { prepareActivity, type PreparedActivity } from '@orbita/domain/activities';
import { normaliseText } from '@orbita/domain/facts';
import { type ImportedActivity, type RowProblem } from '@orbita/domain/imports';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { type Em, insertRows, newId } from '#connection';
import { count, type Outcome, type PlacingDated } from '../job/index.ts';
import { contactsOf, type Naming, resolveParties, type Staff, staffByName, staffFor } from '../parties/index.ts';
import { cyclesBefore, firstOf, followUp, Happenings, recount, referenceOf, sameAgain } from '../past/index.ts';
import { knownActivities } from './known-activities.queries.ts';

interface Decided {
  readonly index: number;
  readonly row: ImportedActivity;
  readonly prepared: PreparedActivity;
  readonly staff: Staff | null;
  readonly nobody: string | undefined;
}

/** Activities that are not there yet are written down, each at its own date; those that are stay as they are. */
export async function placeActivities(em: Em, rows: readonly ImportedActivity[], placing: PlacingDated): Promise<readonly Outcome[]> {
  const { system, bound, state, run, now } = placing;
  const references = rows.map((row) => referenceOf(system, row));
  const { first, again } = firstOf(references, await knownActivities(em, references));
  const outcomes: Outcome[] = rows.map(() => ({ fate: 'unchanged' }));
  const naming: Naming = { staff: await staffByName(em), onUnknownOwner: placing.onUnknownOwner };
  const problem = (refusal: Refusal): RowProblem => ({ column: bound.columnOf(refusal.field ?? '') || (refusal.field ?? ''), refusal });
  const decided = first.flatMap((index): Decided[] => {
    const one = decide(rows[index]!, naming, now.getTime());
    if (!isRefused(one)) return [{ index, row: rows[index]!, ...one }];
    outcomes[index] = problem(one);
    return [];
  });
  const since = ({ occurredAt }: ImportedActivity): number => Math.min(occurredAt ?? now.getTime(), now.getTime());
  const { parties, ...resolved } = await resolveParties(em, decided.map(({ row }) => ({ party: row.party, since: since(row) })), placing);
  const owned = decided.flatMap((one, place) => {
    const party = parties[place]!;
    outcomes[one.index] = 'refusal' in party ? party : { fate: 'created', stays: party.kept, nobody: one.nobody };
    return 'refusal' in party ? [] : [{ ...one, customerId: party.id }];
  });
  for (const [index, of] of again) outcomes[index] = sameAgain(outcomes[of]!);
  const loaded = await cyclesBefore(em, owned.map(({ customerId }) => customerId), run);
  const contacts = await contactsOf(em, owned.map(({ customerId }) => customerId));
  const happenings = new Happenings(run.jobId);
  await insertRows(em, 'activity', owned.map(({ customerId, row, prepared, staff: by, index }) => {
    const id = newId();
    const { contact } = row.party.customer;
    const contactId = contact ? (contacts.get(`${customerId} ${normaliseText([contact.givenName, contact.familyName ?? ''].join(' '))}`) ?? null) : null;
    happenings.began(customerId, since(row));
    tell(happenings, customerId, { id, row, prepared, staff: by }, now.getTime());
    return rowOf({ id, customerId, contactId, prepared, row, by, reference: references[index]!, now });
  }));
  const changed = await followUp(em, happenings, { loaded, events: resolved.events, changed: resolved.changed, run, now });
  await recount(em, changed, resolved.changed, { run, now });
  for (const outcome of outcomes) if ('fate' in outcome) count(state, 'activities', outcome.fate);
  return outcomes;
}

function decide(row: ImportedActivity, naming: Naming, now: number): Pick<Decided, 'prepared' | 'staff' | 'nobody'> | Refusal {
  const { kind, direction, subject, body, occurredAt, durationMinutes, dueAt, doneAt, owner } = row;
  const prepared = prepareActivity({ kind, direction, subject, body, occurredAt, durationMinutes, dueAt: kind === 'TASK' ? (dueAt ?? doneAt) : null }, now);
  if (isRefused(prepared)) return prepared;
  const named = staffFor(owner, naming, kind === 'TASK' && doneAt === null);
  return isRefused(named) ? named : { prepared, staff: named.owner, nobody: named.nobody };
}

/** What happened when, as if it had been written down here; a task that is done was done then. */
function tell(happenings: Happenings, customerId: string, { id, row, prepared, staff }: { id: string; row: ImportedActivity; prepared: PreparedActivity; staff: Staff | null }, now: number): void {
  const { kind } = prepared;
  const payload = { activityId: id, kind, ...(kind === 'TASK' && staff ? { assigneeId: staff.id } : {}) };
  const at = kind === 'TASK' ? Math.min(row.occurredAt ?? row.doneAt ?? now, now) : Math.min(prepared.occurredAt, now);
  happenings.told(customerId, kind === 'TASK' ? 'taskCreated' : 'activityLogged', at, payload);
  if (kind === 'TASK' && row.doneAt !== null) happenings.told(customerId, 'taskCompleted', Math.min(row.doneAt, now), { activityId: id, kind });
}

interface Placed {
  readonly id: string;
  readonly customerId: string;
  readonly contactId: string | null;
  readonly prepared: PreparedActivity;
  readonly row: ImportedActivity;
  readonly by: Staff | null;
  readonly reference: string;
  readonly now: Date;
}

function rowOf({ id, customerId, contactId, prepared, row, by, reference, now }: Placed): Record<string, unknown> {
  const isTask = prepared.kind === 'TASK';
  const date = (at: number | null) => (at === null ? null : new Date(at));
  return {
    id, customer_id: customerId, contact_id: contactId, kind: prepared.kind, direction: prepared.direction, channel: prepared.channel, subject: prepared.subject, body: prepared.body,
    occurred_at: date(isTask ? (row.occurredAt ?? row.doneAt ?? now.getTime()) : prepared.occurredAt), duration_minutes: prepared.durationMinutes, due_at: date(prepared.dueAt),
    done_at: isTask ? date(row.doneAt) : null, assignee_id: isTask ? (by?.id ?? null) : null, author_id: by?.id ?? null, mentions: [], reference, version: 1, created_at: now, updated_at: now,
  };
}
