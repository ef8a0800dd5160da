import { type Enricher, proposeAll } from '@orbita/domain/enrichment';
import { type Em, transact } from '#connection';
import { knownCustomers, leaveQueue, nextToCheck, saveQuality } from '#quality';
import type { Writing } from '#requests';
import { decideProposal } from './decide-proposal.ts';
import { takesCertain } from './enrichment.queries.ts';
import { holdShown, saveProposals } from './save-proposals.queries.ts';

export interface Checking {
  /** The first who proposes something is heard. */
  readonly enrichers: readonly Enricher[];
  /** In whose name what is certain is taken, where the company wants that. */
  readonly writing: Writing;
  /** Customers of one transaction. */
  readonly limit?: number;
}

const usual = 500;

/**
 * Judges the data of the next customers whom a write changed, and asks the enrichers about them: reads, asks outside any
 * transaction, since they may take their time, and keeps it all in one. Whoever changes meanwhile has a place in the queue
 * of his own and is judged again. Answers whether there was somebody.
 */
export async function checkCustomers(em: Em, { enrichers, writing, limit = usual }: Checking): Promise<boolean> {
  const { now } = writing;
  const turn = await nextToCheck(em, now, limit);
  if (turn.customerIds.length === 0) return false;
  const customers = await knownCustomers(em, turn.customerIds);
  const proposed = await Promise.all(customers.map(async ({ id, known }) => ({ customerId: id, ...await proposeAll(enrichers, known) })));
  const certain = await em.fork({ clear: true }).transactional(async (inner) => {
    // Who was erased, deleted or merged while the enrichers thought has nothing kept of him.
    const shown = await holdShown(inner as Em, customers.map(({ id }) => id));
    await saveQuality(inner as Em, customers.filter(({ id }) => shown.has(id)), now);
    const found = await saveProposals(inner as Em, proposed.filter(({ customerId }) => shown.has(customerId)), now);
    await leaveQueue(inner as Em, turn);
    return found;
  });
  if (certain.length > 0 && await takesCertain(em)) {
    // What is refused waits for a person.
    for (const { id } of certain) await transact(em, (inner) => decideProposal(inner, id, 'ACCEPTED', writing));
  }
  return true;
}
