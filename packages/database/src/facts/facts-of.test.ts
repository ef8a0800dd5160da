import { deriveFacts, factCatalogue, isPresent } from '@orbita/domain/facts';
import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { factColumn, factsOf, refreshFacts } from './index.ts';
import { aCustomer, aLine, anOrder, at, counting } from './rows.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';

let database: Database;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
});
afterAll(() => database.close());

const viewer = (role: Viewer['role'], userId = newId()): Viewer => ({ userId, role, teamId: null, partnerId: null, language: 'es' });

test('facts come as rules read them, all that are stored, and nothing that the viewer may not see', async () => {
  const ownerId = newId();
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${ownerId}::uuid, 'x', 'x', 'sales')`);
  const id = await aCustomer(em, { name: 'Íñigo Ruiz', owner_id: ownerId, tags: '{vip}' });
  const lineId = await aLine(em);
  await anOrder(em, { customerId: id, lineId, placedAt: at('2025-01-01'), amount: 9_007_199_254_740_991, company_cost: 5, company_costed: 9_007_199_254_740_991 });
  const counted = counting(em);
  await refreshFacts(counted.em, [id], { now: at('2025-01-02'), zone: 'UTC' });
  expect(counted.statements()).toBe(1);
  const facts = (await factsOf(em, [id])).get(id)!;
  expect(facts).toMatchObject({
    name: 'inigo ruiz', revenueTotal: 9_007_199_254_740_991, marginTotal: 9_007_199_254_740_986, lastOrderAt: at('2025-01-01').getTime(),
    tags: ['vip'], productIds: [], country: null, ownerId, rhythmDays: 120, hasEmail: false });
  const keys = factCatalogue.filter((fact) => isPresent(fact) && !fact.derived).map(({ key }) => key);
  expect(Object.keys(facts).toSorted()).toEqual(keys.toSorted());

  const seenBySales = (await factsOf(em, [id], viewer('sales', ownerId))).get(id)!;
  expect([seenBySales['marginTotal'], seenBySales['revenueTotal']]).toEqual([undefined, 9_007_199_254_740_991]);
  expect((await factsOf(em, [id], viewer('sales'))).size).toBe(0);
});

test('every present fact is a column or expression, every other a null; derived ones as in memory', async () => {
  const now = at('2025-05-01');
  const reading = { alias: 'f', now };
  const columns = factCatalogue.map(({ key }) => sql`${factColumn(key, reading)} as ${sql.id(key)}`);
  const rows = await rowsOf(em, sql<Record<string, unknown>>`select ${sql.join(columns)} from customer_facts f`);
  expect(rows).toHaveLength(1);
  for (const fact of factCatalogue.filter((candidate) => !isPresent(candidate))) expect(rows[0]).toHaveProperty([fact.key], null);
  const facts = deriveFacts([...(await factsOf(em, (await rowsOf(em, sql<{ id: string }>`select id from customer`)).map(({ id }) => id))).values()][0]!, now.getTime());
  expect([Number(rows[0]?.['silencePct']), facts['silencePct']]).toEqual([100, 100]);
  const [masked] = await rowsOf(em, sql`select ${factColumn('marginTotal', { ...reading, viewer: viewer('sales') })} as margin from customer_facts f`);
  expect(masked).toEqual({ margin: null });
});
