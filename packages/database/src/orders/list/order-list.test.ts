import type { Viewer } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf, run, StrangeCursor } from '#connection';
import { createCustomer, deleteCustomer } from '#customers';
import type { Database } from '#database';
import { mergeCustomers } from '#merging';
import { countOrders, listOrders, orderOrders } from '#orders';
import { insertRows } from '../../facts/rows.fixture.ts';
import { writer } from '../../merging/two-customers.fixture.ts';
import { makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { countStatements, openTestDatabase } from '../../testing/index.ts';
import { type OrderFilter, type OrderPage, ordersPage } from './order-list.queries.ts';
import type { ListOrder } from './order-of-list.queries.ts';

const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
const admin = writing.viewer;
const as = (viewer: Partial<Viewer>): Viewer => ({ ...admin, userId: newId(), ...viewer });
let database: Database;
const ids: Record<string, string> = {};

const write = (verb: Parameters<ReturnType<typeof writer>>[0]) => writer(database, writing)(verb);
const versionOf = async (id: string) => (await rowsOf(database.em.fork(), sql<{ version: number }>`select version from customer where id = ${id}::uuid`))[0]!.version;

/** Number, customer, day placed, amount, day delivered, day paid, end of the contract, and what else. */
const laid: readonly (readonly [string, string, string, number, string?, string?, string?, Record<string, unknown>?])[] = [
  ['a1', 'Zumos Vega', '2026-01-10', 5000, '2026-01-20', '2026-02-01'],
  ['A10', 'Bodegas Ríos', '2026-01-10', 100, '2026-03-01', undefined, '2027-01-01', { channel: 'PHONE' }],
  ['B2', 'Bodegas Ríos SL', '2026-02-10', 100, undefined, undefined, '2026-12-31', { renews_order_id: newId() }],
  ['B1', 'Zumos Vega', '2026-03-10', 900_000, '2026-01-20', undefined, undefined, { cancelled_at: '2026-04-01T00:00:00Z' }],
  ['C1', 'Partnered', '2026-04-10', -50, undefined, undefined, undefined, { returned_whole: true }],
  ['D1', 'Gone', '2026-05-10', 7],
];

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
  const em = database.em.fork();
  ids['partner'] = newId();
  await run(em, sql`insert into partner (id, name) values (${ids['partner']}::uuid, 'Socios')`);
  for (const name of ['Zumos Vega', 'Bodegas Ríos', 'Bodegas Ríos SL', 'Gone']) {
    ids[name] = await write((inner, by) => createCustomer(inner, { kind: 'ORGANISATION', name, ownerId: name === 'Zumos Vega' ? admin.userId : null, evenIfDuplicate: true }, by));
  }
  ids['Partnered'] = await writer(database, { ...writing, viewer: as({ role: 'partner', partnerId: ids['partner'], userId: admin.userId }) })((inner, by) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Partnered' }, by));
  const [line] = await rowsOf(em, sql<{ id: string }>`select id from business_line`);
  const dated = { created_at: writing.now, updated_at: writing.now };
  await insertRows(em, 'product', [{ id: ids['wine'] = newId(), code: 'W', name: 'Wine', name_key: 'wine', currency: 'EUR', updated_at: writing.now }]);
  const day = (text?: string) => (text === undefined ? null : `${text}T10:00:00Z`);
  await insertRows(em, 'sales_order', laid.map(([number, customer, placed, amount, delivered, settled, ends, more]) => ({
    id: ids[number] = newId(), customer_id: ids[customer], number, source: 'MANUAL', line_id: line!.id, placed_at: day(placed), tracked: true, delivered_at: day(delivered), settled_at: day(settled),
    contract_ends_at: day(ends), currency: 'EUR', amount, company_amount: amount, channel: null, cancelled_at: null, returned_whole: false, renews_order_id: null, ...more, ...dated })));
  await insertRows(em, 'order_line', [{ id: newId(), customer_id: ids['Bodegas Ríos SL'], order_id: ids['B2'], no: 1, product_id: ids['wine'], description: 'Wine', quantity: 1, unit_price: 1, amount: 100, company_amount: 100 }]);
  await write((inner, by) => deleteCustomer(inner, ids['Gone']!, by));
  const [mine, his] = [await versionOf(ids['Bodegas Ríos']!), await versionOf(ids['Bodegas Ríos SL']!)];
  await write(async (inner, by) => {
    const merged = await mergeCustomers(inner, { survivorId: ids['Bodegas Ríos']!, expectedVersion: mine, others: [{ id: ids['Bodegas Ríos SL']!, expectedVersion: his }] }, by);
    return typeof merged === 'object' && 'code' in merged ? merged : 'merged';
  });
});
afterAll(() => database.close());

type Asked = Partial<ListOrder & Omit<OrderPage, 'inOrder'>>;
const list = (filter: OrderFilter = {}, { by = 'placedAt', descending = false, ...page }: Asked = {}, viewer = admin) =>
  listOrders(database.em.fork(), filter, { size: 50, inOrder: { by, descending }, ...page }, new Set(['lines']), viewer, writing.now);
const numbers = async (...asked: Parameters<typeof list>) => (await list(...asked)).map(({ number }) => number);
const count = (filter: OrderFilter = {}, viewer = admin) => countOrders(database.em.fork(), filter, viewer, writing.now);
const every: Viewer['role'][] = ['administrator', 'service'];

test('each order is right, what has no value comes last either way, and those of a deleted customer are in none', async () => {
  expect(await numbers({}, { by: 'number' })).toEqual(['a1', 'A10', 'B1', 'B2', 'C1']);
  expect(await numbers({}, { by: 'amount' })).toEqual(['C1', 'A10', 'B2', 'a1', 'B1']);
  expect((await list({}, { by: 'customer' })).map(({ customerId }) => customerId)).toEqual(['Bodegas Ríos', 'Bodegas Ríos', 'Partnered', 'Zumos Vega', 'Zumos Vega'].map((name) => ids[name]));
  expect(await numbers({}, { by: 'placedAt', descending: true })).toEqual(['C1', 'B1', 'B2', 'A10', 'a1']);
  expect(await numbers({}, { by: 'deliveredAt' })).toEqual(['a1', 'B1', 'A10', 'B2', 'C1']);
  expect((await numbers({}, { by: 'deliveredAt', descending: true })).slice(0, 3)).toEqual(['A10', 'B1', 'a1']);
  expect((await numbers({}, { by: 'contractEndsAt' })).slice(0, 2)).toEqual(['B2', 'A10']);
  expect((await numbers({}, { by: 'settledAt', descending: true }))[0]).toBe('a1');
  expect(await listOrders(database.em.fork(), {}, { size: 1 }, new Set(), admin, writing.now)).toMatchObject([{ number: 'C1' }, { number: 'B1' }]);
});

test.each(orderOrders.flatMap((by) => [[by, false], [by, true]] as const))('page by page is the whole, by %s, descending: %s, forwards and backwards', async (by, descending) => {
  for (const rule of [undefined, { fact: 'ordersCount', is: 'ge', value: 0 } as Rule]) {
    const whole = await numbers({ rule }, { by, descending });
    expect(whole.toSorted()).toEqual(['A10', 'B1', 'B2', 'C1', 'a1']);
    for (const backwards of [false, true]) {
      const found: string[] = [];
      for (let after: OrderPage['after']; ;) {
        const rows = await list({ rule }, { by, descending, size: 2, after, backwards });
        found.push(...rows.slice(0, 2).map(({ number }) => number));
        const last = rows[1];
        if (rows.length < 3 || !last) break;
        after = [last.sortValue, last.id];
      }
      expect(backwards ? found.reverse() : found).toEqual(whole);
    }
  }
  if (by !== 'number' && by !== 'customer') await expect(async () => list({}, { by, after: ['yesterday', newId()] })).rejects.toThrow(StrangeCursor);
});

test('a rule asks of the order, of its customer and of what else is his', async () => {
  const cases: readonly (readonly [Rule, readonly string[]])[] = [
    [{ fact: 'order.standing', is: 'in', values: ['PLACED', 'CANCELLED'] }, ['B1', 'B2']],
    [{ fact: 'order.productIds', is: 'contains', value: ids['wine']! }, ['B2']],
    [{ fact: 'order.amount', is: 'lt', value: 100 }, ['C1']],
    [{ fact: 'order.contractEndsAt', is: 'daysUntil', compare: 'lt', days: 200 }, ['B2']],
    [{ and: [{ fact: 'ownerId', is: 'in', values: [admin.userId] }, { fact: 'order.settledAt', is: 'isSet' }] }, ['a1']],
    [{ and: [{ some: 'orders', where: { fact: 'channel', is: 'eq', value: 'PHONE' } }, { fact: 'order.isRenewal', is: 'eq', value: true }] }, ['B2']],
  ];
  for (const [rule, expected] of cases) {
    for (const role of every) {
      expect([rule, (await numbers({ rule }, {}, as({ role }))).toSorted(), await count({ rule }, as({ role }))]).toEqual([rule, expected, expected.length]);
    }
  }
  expect(await numbers({ rule: cases[0]![0], search: 'b1', standing: 'CANCELLED' })).toEqual(['B1']);
});

test('everybody sees the orders of his customers alone, counted as they are listed', async () => {
  const seen = async (viewer: Viewer) => [...await Promise.all(orderOrders.map(async (by) => (await numbers({}, { by }, viewer)).toSorted().join(' '))), await count({}, viewer)];
  const each = (text: string, counted: number) => [...orderOrders.map(() => text), counted];
  expect(await seen(as({ role: 'partner', partnerId: ids['partner'] }))).toEqual(each('C1', 1));
  expect(await seen(as({ role: 'partner', partnerId: newId() }))).toEqual(each('', 0));
  expect(await seen(as({ role: 'sales' }))).toEqual(each('', 0));
  expect(await seen(as({ role: 'service' }))).toEqual(each('A10 B1 B2 C1 a1', 5));
});

test('to one who may not read amounts no rule and no order tells of them', async () => {
  const warehouse = as({ role: 'warehouse' });
  for (const fact of ['order.amount', 'order.returned', 'revenueTotal']) {
    const leaves: readonly Rule[] = [{ fact, is: 'ge', value: 0 }, { fact, is: 'lt', value: 900 }, { fact, is: 'isSet' }];
    for (const leaf of leaves) {
      for (const rule of [leaf, { not: leaf }]) {
        expect([rule, await numbers({ rule }, {}, warehouse), await count({ rule }, warehouse)]).toEqual([rule, [], 0]);
      }
    }
  }
  const byAmount = await list({}, { by: 'amount' }, warehouse);
  expect(byAmount.map(({ id }) => id)).toEqual(byAmount.map(({ id }) => id).toSorted());
  expect(new Set(byAmount.map(({ sortValue, amount }) => `${sortValue} ${amount}`))).toEqual(new Set(['0 null']));
  const after = [byAmount[1]!.sortValue, byAmount[1]!.id] as const;
  expect((await list({}, { by: 'amount', after }, warehouse)).map(({ id }) => id)).toEqual(byAmount.slice(2).map(({ id }) => id));
  const strange = ['900000', newId()] as const;
  expect(await list({}, { by: 'amount', after: strange }, warehouse)).toEqual([]);
});

test('a page with everything that it shows is one statement', async () => {
  const statements: string[] = [];
  countStatements(database, statements);
  await list({ rule: { fact: 'ordersCount', is: 'ge', value: 1 }, search: 'B' }, { by: 'deliveredAt' });
  expect(statements).toHaveLength(1);
});

test('each order is read from an index on, from its place', async () => {
  const em = database.em.fork();
  await em.begin();
  // In a table without rows any plan is as good: what is dear is forbidden, and only an index can then give the order.
  for (const way of ['seqscan', 'sort', 'bitmapscan', 'hashjoin', 'mergejoin']) await em.execute(`set local enable_${way} = off`);
  const places = { number: 'B1', customer: 'bodegas', amount: '5' } as Record<string, string>;
  const indexes = { placedAt: 'sales_order_placed', number: 'sales_order_number', customer: 'customer_facts_name', amount: 'sales_order_amount', deliveredAt: 'sales_order_delivered', settledAt: 'sales_order_settled', contractEndsAt: 'sales_order_contract' };
  for (const by of orderOrders) {
    for (const descending of [false, true]) {
      for (const backwards of [false, true]) {
        for (const after of [undefined, [places[by] ?? '2026-01-01T00:00:00Z', newId()] as const]) {
          const lines = await rowsOf(em, sql<{ 'QUERY PLAN': string }>`explain ${ordersPage({}, { size: 20, inOrder: { by, descending }, backwards, after }, new Set(), admin, writing.now)}`);
          const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
          // The rows of the page are put in their places; those of one name in the order of their ids.
          const sorted = (plan.match(/Sort Key: .*/g) ?? []).filter((key) => !key.includes('row_number') && !(by === 'customer' && key.includes('f.name')));
          expect([by, plan.includes(indexes[by]), sorted]).toEqual([by, true, []]);
          if (after) expect(plan).toMatch(/Index Cond: .*(placed_at|number|company_amount|delivered_at|settled_at|contract_ends_at|name)/);
        }
      }
    }
  }
  await em.rollback();
});
