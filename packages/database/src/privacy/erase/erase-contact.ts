import { may } from '@orbita/domain/access';
import { erasedName, type ErasureReason, refuseErasure } from '@orbita/domain/privacy';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import { forgetWordsOf } from '#facts';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';
import { type Erasure, keepErasure } from '../erasure.queries.ts';
import { hashKeys, newSalt } from '../hash-keys.ts';
import { eraseKeptForUndoing, eraseTraces } from './follow-traces.queries.ts';
import { eraseContactRows } from './overwrite.queries.ts';
import { contactOf, type Person, personById } from './person.queries.ts';
import { redact } from './redact.queries.ts';
import { tracesOf } from './traces.queries.ts';

export interface EraseContact {
  readonly customerId: string;
  readonly contactId: string;
  readonly reason: string;
}

const nothingOpen = { orders: 0, opportunities: 0, leads: 0, tasks: 0 };

/** Erases a person who acts for a customer, also one who was removed; the customer stays. Answers the erasure's id. */
export async function eraseContact(em: Em, asked: EraseContact, writing: Writing): Promise<string | Refusal> {
  await lockCustomers(em, [asked.customerId], writing.now);
  const person = await personById(em, asked.customerId, writing.viewer);
  if (!person) return refuse('NOT_FOUND', { field: 'customerId' });
  if (!may(writing.viewer, 'privacy', 'delete', person)) return refuse('FORBIDDEN');
  const contact = await contactOf(em, asked.contactId, person.parts);
  if (!contact) return refuse('NOT_FOUND', { field: 'contactId' });
  const refusal = refuseErasure({ reason: asked.reason, endOpen: true }, nothingOpen);
  if (refusal) return refusal;
  const { exact } = await tracesOf(em, person.parts, contact.id);
  const salt = newSalt();
  const erasure: Erasure = {
    id: newId(), customerId: contact.customerId, contactId: contact.id, parts: person.parts, reason: asked.reason as ErasureReason,
    erasedAt: writing.now.toISOString(), erasedBy: writing.actor.id, salt, keyHashes: hashKeys(exact, salt),
  };
  await eraseOneContact(em, person, erasure, writing);
  return erasure.id;
}

/** The same, decided before: also when a restored database holds him again. */
export async function eraseOneContact(em: Em, person: Person, erasure: Erasure, { now, actor, company }: Writing): Promise<void> {
  const { customerId, contactId, id, reason } = erasure;
  if (contactId === null) return;
  const traces = await tracesOf(em, person.parts, contactId);
  const mark = erasedName(contactId, 'PERSON', person.language);
  await eraseContactRows(em, contactId, person.parts, mark);
  await redact(em, person.parts, traces);
  await eraseTraces(em, [contactId], traces, mark);
  await eraseKeptForUndoing(em, person.parts);
  await keepErasure(em, erasure);
  await appendEvents(em, [{ customerId, type: 'contactErased', occurredAt: now, payload: { erasureId: id, contactId, reason } }], actor, now);
  await refreshCustomers(em, person.parts, { now, zone: company.zone, actor });
  await refreshCustomOrder(em, person.parts);
  await forgetWordsOf(em, traces.words);
}
