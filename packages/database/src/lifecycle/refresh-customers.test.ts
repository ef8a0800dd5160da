import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf } from '#connection';
import type { Database } from '#database';
import { aCustomer, aLine, anOrder, at } from '../facts/rows.fixture.ts';
import { refreshCustomers } from './refresh-customers.ts';
import { theClock } from './time/the-clock.ts';
import { openTestDatabase } from '../testing/index.ts';

let database: Database;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
});
afterAll(() => database.close());

/** More than are written one row after the other; the first of them have a twin each who is alone. */
const count = 205;
const twins = 24;

/** All that is kept of where these customers stand, but whose it is. */
const kept = async (ids: readonly string[]) => {
  const rows = await rowsOf(em, sql<{ id: string; facts: object; visits: object[] }>`
    select f.customer_id as id, to_jsonb(f) - 'customer_id' as facts,
      (select jsonb_agg(to_jsonb(v) - 'customer_id' order by v.model, v.no) from stage_visit v where v.customer_id = f.customer_id) as visits
    from customer_facts f where f.customer_id = any(${ids}::uuid[])`);
  const byId = new Map(rows.map(({ id, facts, visits }) => [id, { facts, visits }]));
  return ids.map((id) => byId.get(id));
};

test('many at once come to stand as one by one, when they are new and when they were there', async () => {
  const lineId = await aLine(em);
  const together: string[] = [];
  const alone: string[] = [];
  for (let place = 0; place < count; place += 1) {
    for (const some of [together, ...(place < twins ? [alone] : [])]) some.push(await aCustomer(em, { name: `Bodega ${place}`, ...(place % 10 === 7 ? { deleted_at: at('2025-02-01') } : {}) }));
  }
  const order = async (day: string, every: number) => {
    for (let place = 0; place < twins; place += every) {
      for (const some of [together, alone]) await anOrder(em, { customerId: some[place]!, lineId, placedAt: at(day), amount: 1000 + place });
    }
  };
  const refresh = async (day: string) => {
    const refreshing = { now: at(day), zone: 'Europe/Madrid', actor: theClock };
    await em.transactional((inner) => refreshCustomers(inner as Em, together, refreshing));
    for (const id of alone) await em.transactional((inner) => refreshCustomers(inner as Em, [id], refreshing));
  };
  await order('2025-01-10', 2);
  await refresh('2025-02-01');
  const first = await kept(together.slice(0, twins));
  expect(first).toEqual(await kept(alone));
  expect(new Set(first.map((one) => JSON.stringify(one?.visits))).size).toBeGreaterThan(2);
  await order('2025-03-10', 3);
  await refresh('2025-04-01');
  const second = await kept(together.slice(0, twins));
  expect(second).toEqual(await kept(alone));
  expect(second).not.toEqual(first);
});
