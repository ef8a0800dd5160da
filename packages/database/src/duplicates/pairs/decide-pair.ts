import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { customerToWrite, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import { countOpenPairs } from '../check/compare.queries.ts';
import { duplicatePairById, markPair } from './duplicate-pair.queries.ts';

/** These two are two: the pair leaves the queue, and no scan brings it back. */
export const dismissDuplicate = (em: Em, id: string, writing: Writing): Promise<string | Refusal> => decide(em, id, 'DISMISSED', writing);

/** They may be one after all: the pair waits in the queue again. */
export const reopenDuplicate = (em: Em, id: string, writing: Writing): Promise<string | Refusal> => decide(em, id, 'OPEN', writing);

async function decide(em: Em, id: string, state: 'OPEN' | 'DISMISSED', writing: Writing): Promise<string | Refusal> {
  const { viewer, actor, now } = writing;
  const asked = await duplicatePairById(em, id, viewer);
  if (!asked) return refuse('NOT_FOUND', { field: 'id' });
  for (const customerId of [asked.customerId, asked.otherId]) {
    const customer = await customerToWrite(em, customerId, 'customer', 'update', writing);
    if (isRefused(customer)) return customer;
  }
  // Whoever decided while we waited for the customers was first.
  const pair = await duplicatePairById(em, id, viewer);
  if (pair?.state === 'MERGED') return refuseBecause('CONFLICT', 'PAIR_MERGED', { field: 'id' });
  if (!pair || pair.state === state) return pair ? id : refuse('NOT_FOUND', { field: 'id' });
  await markPair(em, id, state, state === 'DISMISSED' ? viewer.userId : null, now);
  const type = state === 'DISMISSED' ? 'duplicateDismissed' : 'duplicateReopened';
  const told = (customerId: string, otherId: string) => ({ customerId, type, occurredAt: now, payload: { pairId: id, otherId } });
  await appendEvents(em, [told(pair.customerId, pair.otherId), told(pair.otherId, pair.customerId)], actor, now);
  await countOpenPairs(em, [pair.customerId, pair.otherId]);
  return id;
}
