import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf } from '#connection';
import { traceOrders } from '#cycles';
import type { Database } from '#database';
import { refreshFacts } from '#facts';
import { judgeNewcomers, theClock } from '#lifecycle';
import { aCustomer, aLine, anOrder, at, factsRow } from '../facts/rows.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';

let database: Database;
let em: Em;
let lineId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  lineId = await aLine(em);
});
afterAll(() => database.close());

const told = async (id: string) => (await rowsOf(em, sql<{ text: string }>`
  select concat_ws(' ', origin, phase, outcome, lost_in_phase) as text from cycle where customer_id = ${id}::uuid order by opened_at, id`)).map(({ text }) => text);
const events = async (id: string) => (await rowsOf(em, sql`select 1 from timeline_event where customer_id = ${id}::uuid`)).length;
const trace = (ids: string[], day: string) => em.transactional((inner) =>
  traceOrders(inner as Em, ids, { actor: theClock, now: at(day), zone: 'UTC', timersUntil: at(day) }));

test('orders from before get the cycles they would have had, once, and hear what the rows say later', async () => {
  const id = await aCustomer(em);
  for (const day of ['2025-01-01', '2025-01-31', '2025-03-02', '2025-04-01']) await anOrder(em, { customerId: id, lineId, placedAt: at(day) });
  const late = await anOrder(em, { customerId: id, lineId, placedAt: at('2025-04-20'), tracked: true, delivered_at: at('2025-04-25') });
  await trace([id], '2025-05-01');
  const recurrent = Array.from({ length: 3 }, () => 'RECURRENT CLOSED RECURRENT');
  expect(await told(id)).toEqual(['NEW CLOSED RECURRENT', ...recurrent, 'RECURRENT BILLING']);
  const before = await events(id);
  await trace([id], '2025-05-01');
  expect(await events(id)).toBe(before);
  await rowsOf(em, sql`update sales_order set settled_at = ${at('2025-05-02').toISOString()}::timestamptz where id = ${late}::uuid`);
  await trace([id], '2025-05-03');
  expect(await told(id)).toEqual(['NEW CLOSED RECURRENT', ...recurrent, 'RECURRENT AFTER_SALES']);
  await trace([id], '2026-05-03');
  expect((await told(id)).at(-1)).toBe('RECURRENT CLOSED LOST AFTER_SALES');
});

test('customers from before are judged once, and their facts count their cycles', async () => {
  const id = await aCustomer(em);
  await anOrder(em, { customerId: id, lineId, placedAt: at('2025-01-01') });
  await refreshFacts(em, [id], { now: at('2025-01-20'), zone: 'UTC' });
  while (await judgeNewcomers(em, { now: at('2025-01-20'), zone: 'UTC' }) > 0);
  expect(await factsRow(em, id)).toMatchObject({
    open_in_after_sales: 1, cycles_started: 1, stages: { operational: { stage: 'AFTER_SALES', previous: null }, commercial: { stage: 'CROSS_SELL' } },
  });
  expect(await judgeNewcomers(em, { now: at('2025-01-21'), zone: 'UTC' })).toBe(0);
});
