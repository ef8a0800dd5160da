import { type ActivityInput, type ActivityKind, prepareActivity, type PreparedActivity } from '@orbita/domain/activities';
import type { Owned } from '@orbita/domain/access';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { Contact, holderOfContact } from '#contacts';
import { notify } from '#inbox';
import { answerLeads } from '#leads';
import { Opportunity } from '#opportunities';
import { type CustomerToWrite, customerToWrite, refuseWhoCannotSee, type Writing } from '#requests';
import { Activity } from '../activity.entity.ts';
import { recordActivity } from './activity-to-write.queries.ts';

/** What people say of an activity; instants as the database knows them. */
export interface ActivityFields extends Omit<ActivityInput, 'kind' | 'occurredAt' | 'dueAt' | 'remindAt'> {
  readonly occurredAt?: Date | null | undefined;
  readonly dueAt?: Date | null | undefined;
  readonly remindAt?: Date | null | undefined;
}

export interface NewActivity extends ActivityFields {
  readonly customerId: string;
  readonly kind: ActivityKind;
  /** The opportunity of this customer that it is about. */
  readonly opportunityId?: string | null | undefined;
}

/** What came in by itself: through which door, of which lead, called how where it came from, and who is told of it. */
export interface CameIn {
  readonly leadId: string;
  readonly doorId: string;
  readonly reference: string | null;
  readonly told: readonly string[];
}

/** Records a call, a meeting, an e-mail, a message or a note about a customer; whom a note mentions finds it in his inbox. */
export function logActivity(em: Em, asked: NewActivity, writing: Writing, cameIn?: CameIn): Promise<string | Refusal> {
  if (asked.kind === 'TASK') return Promise.resolve(refuseBecause('INVALID', 'MAKE_A_TASK', { field: 'kind' }));
  return create(em, asked, 'activityLogged', writing, cameIn);
}

/** Gives somebody, or oneself, something to do for a customer by a date. */
export function createTask(em: Em, asked: Omit<NewActivity, 'kind'>, writing: Writing): Promise<string | Refusal> {
  return create(em, { ...asked, kind: 'TASK', assigneeId: asked.assigneeId ?? writing.viewer.userId }, 'taskCreated', writing);
}

async function create(em: Em, asked: NewActivity, type: string, writing: Writing, cameIn?: CameIn): Promise<string | Refusal> {
  const customer = await customerToWrite(em, asked.customerId, 'activity', 'create', writing);
  if (isRefused(customer)) return customer;
  const { now, viewer } = writing;
  const prepared = prepareActivity({ ...asked, ...instantsOf(asked) }, now.getTime());
  if (isRefused(prepared)) return prepared;
  const wrong = await wrongPeople(em, prepared, customer);
  if (wrong) return wrong;
  const opportunityId = asked.opportunityId ?? null;
  const holder = await holderOf(em, { contactId: prepared.contactId, opportunityId }, customer);
  if (isRefused(holder)) return holder;
  const activity = em.create(Activity, {
    id: newId(), customerId: holder, ...columnsOf(prepared), opportunityId, createdAt: now, updatedAt: now,
    ...(cameIn ? { leadId: cameIn.leadId, doorId: cameIn.doorId, reference: cameIn.reference, authorId: null } : { authorId: viewer.userId }),
  });
  const told = { mentions: prepared.mentions, assigneeId: prepared.assigneeId };
  await tell(em, activity, told, writing);
  const payload = { ...(told.mentions.length > 0 ? { mentions: told.mentions } : {}), ...(told.assigneeId ? { assigneeId: told.assigneeId } : {}), ...(cameIn ? { leadId: cameIn.leadId, told: cameIn.told } : {}) };
  const id = await recordActivity(em, activity, { type, occurredAt: earlier(activity.occurredAt, now), payload }, writing);
  if (reachesCustomer(activity, now)) await answerLeads(em, { customerId: customer.id, activityId: id, at: activity.occurredAt }, writing);
  return id;
}

/** Of whose rows it becomes one: that of the contact or the opportunity that it is about, of somebody merged into the customer perhaps. */
async function holderOf(
  em: Em, { contactId, opportunityId }: { readonly contactId: string | null; readonly opportunityId: string | null }, { id, parts }: CustomerToWrite,
): Promise<string | Refusal> {
  const opportunity = opportunityId === null ? null : await em.findOne(Opportunity, { id: opportunityId, customerId: { $in: [...parts] } });
  if (opportunityId !== null && !opportunity) return refuse('NOT_FOUND', { field: 'opportunityId' });
  return contactId === null ? (opportunity?.customerId ?? id) : holderOfContact(em, contactId, parts);
}

/** A call, an e-mail or a message of ours, or a meeting that has taken place. */
const reachesCustomer = ({ kind, direction, occurredAt }: Activity, now: Date): boolean =>
  occurredAt <= now && (kind === 'MEETING' || (direction === 'OUTBOUND' && kind !== 'NOTE' && kind !== 'TASK'));

// A meeting that is planned happened today as far as the history goes: it was entered.
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** Instants of the domain for dates of the database; what is absent stays absent. */
export function instantsOf({ occurredAt, dueAt, remindAt }: ActivityFields) {
  return { occurredAt: occurredAt?.getTime(), dueAt: dueAt?.getTime(), remindAt: remindAt?.getTime() };
}

export function columnsOf(prepared: PreparedActivity) {
  const date = (at: number | null) => (at === null ? null : new Date(at));
  const { occurredAt, dueAt, remindAt, doneAt, mentions, ...rest } = prepared;
  return {
    ...rest, mentions: [...mentions], occurredAt: new Date(occurredAt),
    dueAt: date(dueAt), remindAt: date(remindAt), doneAt: date(doneAt),
  };
}

/** Refuses a contact of somebody else, and people who may not see the customer. */
export async function wrongPeople(
  em: Em, { contactId, mentions, assigneeId }: Pick<PreparedActivity, 'contactId' | 'mentions' | 'assigneeId'>,
  customer: Owned & { parts: readonly string[] },
): Promise<Refusal | undefined> {
  if (contactId && (await em.count(Contact, { id: contactId, customerId: { $in: [...customer.parts] }, deletedAt: null })) === 0) {
    return refuse('NOT_FOUND', { field: 'contactId' });
  }
  return (await refuseWhoCannotSee(em, mentions, 'mentions', customer))
    ?? refuseWhoCannotSee(em, assigneeId ? [assigneeId] : [], 'assigneeId', customer);
}

/** Puts an activity into the inboxes of those it is for; nobody is told what he does himself. */
export async function tell(
  em: Em, { id, customerId }: Activity, people: { mentions: readonly string[]; assigneeId: string | null }, { viewer, now }: Writing,
): Promise<void> {
  const notice = (kind: 'MENTION' | 'TASK_ASSIGNED') => (userId: string) => ({ userId, customerId, activityId: id, kind });
  const notices = [...people.mentions.map(notice('MENTION')), ...(people.assigneeId ? [people.assigneeId].map(notice('TASK_ASSIGNED')) : [])];
  await notify(em, notices.filter(({ userId }) => userId !== viewer.userId), now);
}
