import type { ImportedOpportunity } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { count, type Outcome, type PlacingDated } from '../job/index.ts';
import { firstOf, knownOpportunities, meetAgain, referenceOf } from '../past/index.ts';
import { customersToRead } from './customers-to-read.ts';
import { decideOpportunity, type DecidedOpportunity, type OfCustomer } from './decide-opportunity.ts';
import { decidingWith, readCustomers } from './deciding-with.ts';
import { doToOpportunity } from './opportunity-there.ts';
import { ordersWon } from './orders-won.ts';
import { ownersOfRows } from './owners-of-rows.ts';
import { writeOpportunities } from './write-opportunities.ts';

const nothing: OfCustomer = { facts: {} };

/**
 * Opportunities that are not there yet are opened, moved and closed, each at its own dates; those that are meet their rows
 * as the mapping says. Customers are found or made after that was decided, but where gates read them.
 */
export async function placeOpportunities(em: Em, rows: readonly ImportedOpportunity[], placing: PlacingDated): Promise<readonly Outcome[]> {
  const { system, bound, state } = placing;
  const references = rows.map((row) => referenceOf(system, row));
  const known = await knownOpportunities(em, references);
  const { first, again } = firstOf(references, known);
  const deciding = await decidingWith(em, first.map((index) => rows[index]!), placing);
  const outcomes: Outcome[] = rows.map(() => ({ fate: 'unchanged' }));
  const decide = (index: number, customer: OfCustomer): DecidedOpportunity | null => {
    const one = decideOpportunity(rows[index]!, references[index]!, customer, deciding);
    if (!isRefused(one)) return one;
    outcomes[index] = { column: bound.columnOf(one.field ?? '') || (one.field ?? ''), refusal: one };
    return null;
  };
  const reads = readCustomers(deciding.pipelines);
  const before = new Map(first.flatMap((index) => {
    const one = reads ? null : decide(index, nothing);
    return one ? [[index, one] as const] : [];
  }));
  const asked = reads ? first : [...before.keys()];
  const { owners, ...resolved } = await ownersOfRows(em, asked.map((index) => rows[index]!), deciding, placing);
  const customers = reads ? await customersToRead(em, owners, resolved.made, deciding, placing) : new Map<string, OfCustomer>();
  const decided = asked.flatMap((index, place) => {
    const owner = owners[place]!;
    if ('refusal' in owner) {
      outcomes[index] = owner;
      return [];
    }
    const one = before.get(index) ?? decide(index, customers.get(owner.id) ?? nothing);
    return one ? [{ ...one, index, customerId: owner.id, kept: owner.kept }] : [];
  });
  const orders = await ordersWon(em, decided, deciding, placing);
  const owned = decided.flatMap((one, place) => {
    const order = orders[place] ?? null;
    outcomes[one.index] = isRefused(order) ? { column: bound.columnOf(order.field ?? '') || (order.field ?? ''), refusal: order } : { fate: 'created', stays: one.kept, nobody: one.nobody };
    return isRefused(order) ? [] : [{ ...one, order }];
  });
  await writeOpportunities(em, owned, resolved, placing);
  await meetAgain(em, { rows, references, first, again, outcomes, find: knownOpportunities, decide: (row, one, meeting) => doToOpportunity(row, one, meeting, deciding), readsCustomers: reads }, placing);
  for (const outcome of outcomes) if ('fate' in outcome) count(state, 'opportunities', outcome.fate);
  return outcomes;
}
