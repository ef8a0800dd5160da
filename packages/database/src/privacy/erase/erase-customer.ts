import { may } from '@orbita/domain/access';
import { erasedName, type ErasureReason, refuseErasure } from '@orbita/domain/privacy';
import { type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import { countOpenPairs, partnersOf } from '#duplicates';
import { forgetWordsOf } from '#facts';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';
import { type Erasure, keepErasure } from '../erasure.queries.ts';
import { hashKeys, newSalt } from '../hash-keys.ts';
import { endOpen } from './end-open.queries.ts';
import { eraseKeptForUndoing, eraseTraces } from './follow-traces.queries.ts';
import { eraseRows, eraseToldToOthers } from './overwrite.queries.ts';
import { openThings, type Person, personById } from './person.queries.ts';
import { tracesOf } from './traces.queries.ts';

export interface EraseCustomer {
  readonly customerId: string;
  readonly reason: string;
  /** Whoever erases knows that what is open ends with him. */
  readonly endOpen: boolean;
}

/**
 * Erases a person: nothing of his own is left in any row, and whoever was merged into him goes with him. What he bought,
 * paid and went through stays, of somebody without a name. Files follow by what the register remembers to do. Answers the erasure's id.
 */
export async function eraseCustomer(em: Em, asked: EraseCustomer, writing: Writing): Promise<string | Refusal> {
  await lockCustomers(em, [asked.customerId], writing.now);
  const person = await personById(em, asked.customerId, writing.viewer);
  if (!person) return refuse('NOT_FOUND', { field: 'customerId' });
  if (!may(writing.viewer, 'privacy', 'delete', person)) return refuse('FORBIDDEN');
  if (person.erased) return refuseBecause('CONFLICT', 'ERASED_ALREADY', { field: 'customerId' });
  const refusal = refuseErasure(asked, await openThings(em, person.parts));
  if (refusal) return refusal;
  const { exact } = await tracesOf(em, person.parts);
  const salt = newSalt();
  const erasure: Erasure = {
    id: newId(), customerId: person.id, contactId: null, parts: person.parts, reason: asked.reason as ErasureReason,
    erasedAt: writing.now.toISOString(), erasedBy: writing.actor.id, salt, keyHashes: hashKeys(exact, salt),
  };
  await erase(em, person, erasure, writing);
  return erasure.id;
}

/** What was decided, done: also when a restored database holds again whom the register says is erased. */
export async function erase(em: Em, person: Person, erasure: Erasure, writing: Writing): Promise<void> {
  const { now, actor, company } = writing;
  const { parts } = person;
  const traces = await tracesOf(em, parts);
  const partners = await partnersOf(em, parts);
  await endOpen(em, person, writing);
  const mark = erasedName(person.id, person.kind, person.language);
  await eraseToldToOthers(em, parts);
  await eraseRows(em, parts, mark, now);
  await eraseTraces(em, parts, traces, mark);
  await eraseKeptForUndoing(em, parts);
  await keepErasure(em, erasure);
  await appendEvents(em, [{
    customerId: person.id, type: 'customerErased', occurredAt: now, payload: { erasureId: erasure.id, reason: erasure.reason, merged: parts.length - 1 },
  }], actor, now);
  await refreshCustomers(em, parts, { now, zone: company.zone, actor });
  await refreshCustomOrder(em, parts);
  await countOpenPairs(em, [...parts, ...partners]);
  await forgetWordsOf(em, traces.words);
}
