import { may } from '@orbita/domain/access';
import { isEnded } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { User } from '#access';
import type { Em } from '#connection';
import { Customer } from '#customers';
import { notify } from '#inbox';
import { refuseWhoCannotSee, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import { type LeadAt, type LeadToWrite, leadToWrite, recordLead } from './lead-to-write.queries.ts';

export interface Assigning extends LeadAt {
  /** Nobody in particular when null. */
  readonly ownerId: string | null;
}

/**
 * Hands a lead to somebody who sees its customer, or will: a customer whom nobody else looks after goes with it. Whoever
 * knows only his partner's people hands it only to them.
 */
export async function assignLead(em: Em, { ownerId, ...asked }: Assigning, writing: Writing): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const { lead } = found;
  if (isEnded(lead)) return refuse('LEAD_CLOSED', { field: 'status' });
  const before = lead.ownerId ?? null;
  if (before === ownerId) return lead.id;
  const handed = await handOver(em, found, ownerId, writing);
  if (isRefused(handed)) return handed;
  lead.ownerId = ownerId;
  // A list that somebody loads calls nobody to anything.
  const told = ownerId !== null && ownerId !== writing.viewer.userId && writing.actor.kind !== 'IMPORT' ? [ownerId] : [];
  await notify(em, told.map((userId) => ({ userId, customerId: lead.customerId, leadId: lead.id, kind: 'LEAD_ASSIGNED' })), writing.now);
  return recordLead(em, found, { type: 'leadAssigned', payload: { from: before, ownerId, ...(told.length > 0 ? { told } : {}) } }, writing);
}

async function handOver(em: Em, { lead, customer }: LeadToWrite, ownerId: string | null, writing: Writing): Promise<void | Refusal> {
  if (ownerId === null) return;
  const user = await em.findOne(User, { id: ownerId, active: true });
  if (!user || !(may(writing.viewer, 'user', 'read') || (user.partnerId && user.partnerId === writing.viewer.partnerId))) return refuse('NOT_FOUND', { field: 'ownerId' });
  const free = customer.ownerId === null || customer.ownerId === (lead.ownerId ?? null);
  const after = { ownerId, teamId: user.teamId ?? customer.teamId };
  const follows = free && may(writing.viewer, 'customer', 'update', customer);
  const unseeing = await refuseWhoCannotSee(em, [ownerId], 'ownerId', follows ? { ...customer, ...after } : customer);
  if (unseeing || !follows) return unseeing;
  if (customer.ownerId === ownerId) return;
  const row = await em.findOneOrFail(Customer, { id: customer.id });
  Object.assign(row, { ...after, updatedAt: writing.now });
  const values = { ownerId: { before: customer.ownerId, after: ownerId }, teamId: { before: customer.teamId, after: after.teamId } };
  const changed = (['ownerId', 'teamId'] as const).filter((key) => values[key].before !== values[key].after);
  await appendEvents(em, [{
    customerId: customer.id, type: 'customerUpdated', occurredAt: writing.now,
    payload: { changed, values: Object.fromEntries(changed.map((key) => [key, values[key]])) },
  }], writing.actor, writing.now);
}
