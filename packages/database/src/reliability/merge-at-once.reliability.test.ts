import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf, transact } from '#connection';
import { createCustomer, setReferrer } from '#customers';
import type { Database } from '#database';
import { mergeCustomers } from '#merging';
import { placeOrder } from '#orders';
import { openTestDatabase } from '../testing/index.ts';
import { done, makeCompany, writingAs } from './company.fixture.ts';

const times = 50;

describe.skipIf(!process.env['TEST_DATABASE_URL'])(`two who merge the same two customers, ${times} times, while he orders`, () => {
  let database: Database;
  const writing = writingAs('administrator');
  beforeAll(async () => {
    database = await openTestDatabase();
    await makeCompany(database, writing);
  });
  afterAll(() => database.close());

  test('one merges, the other is told, nobody waits for ever, and what he ordered meanwhile counts', async () => {
    const lanes = await Promise.all(Array.from({ length: 5 }, async () => {
      const outcomes: string[] = [];
      for (let turn = 0; turn < times / 5; turn += 1) outcomes.push(await fight(turn));
      return outcomes;
    }));
    expect(lanes.flat()).toEqual(Array.from({ length: times }, () => 'done one'));
    const [row] = await rowsOf(database.em.fork(), sql<Record<string, number>>`
      select (select count(*)::int from customer where merged_into is not null) as merged, (select count(*)::int from customer_merge) as merges,
        (select count(*)::int from customer c join customer r on r.id = c.merged_into where r.merged_into is not null) as chains,
        (select count(*)::int from customer_facts f where not f.hidden and f.orders_count = 1) as buyers`);
    expect(row).toEqual({ merged: times, merges: times, chains: 0, buyers: times });
  });

  /** The two at once from either side, while one of them orders: who comes second is told that it is done, or that he saw an old version. */
  async function fight(turn: number): Promise<string> {
    const { em } = database;
    const make = () => done(transact(em, (inner) => createCustomer(inner, { kind: 'ORGANISATION', name: `Bodegas ${turn}`, evenIfDuplicate: true }, writing)));
    const [a, b, recommender] = [await make(), await make(), await make()];
    for (const id of [a, b]) await done(transact(em, (inner) => setReferrer(inner, { id, expectedVersion: 1, referrerId: recommender }, writing)));
    const merge = (survivorId: string, otherId: string) =>
      transact(em, (inner) => mergeCustomers(inner, { survivorId, expectedVersion: 2, others: [{ id: otherId, expectedVersion: 2 }] }, writing));
    const [one, other, order] = await Promise.all([merge(a, b), turn % 2 ? merge(a, b) : merge(b, a), transact(em, (inner) =>
      placeOrder(inner, { customerId: b, lines: [{ description: 'Rioja', quantity: '1', unitPrice: '10' }] }, writing))]);
    const [won, lost] = isRefused(one) ? [other, one] : [one, other];
    const told = isRefused(lost) && (lost.details?.['because'] === 'MERGED_ALREADY' || lost.code === 'STALE_VERSION');
    return `${isRefused(won) ? won.code : 'done'} ${told && !isRefused(order) ? 'one' : 'both'}`;
  }
});
