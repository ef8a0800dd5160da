import type { Viewer } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityOrders, countActivities, listActivities } from '#activities';
import { newId, rowsOf, run, StrangeCursor } from '#connection';
import { createCustomer, deleteCustomer } from '#customers';
import type { Database } from '#database';
import { mergeCustomers } from '#merging';
import { insertRows } from '../../facts/rows.fixture.ts';
import { writer } from '../../merging/two-customers.fixture.ts';
import { makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { countStatements, openTestDatabase } from '../../testing/index.ts';
import { activitiesPage, type ActivityFilter, type ActivityOrder, type ActivityPage } from './activity-list.queries.ts';

const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
const admin = writing.viewer;
const as = (viewer: Partial<Viewer>): Viewer => ({ ...admin, userId: newId(), ...viewer });
let database: Database;
const ids: Record<string, string> = {};
const named: Record<string, string> = {};

const write = (verb: Parameters<ReturnType<typeof writer>>[0]) => writer(database, writing)(verb);
const versionOf = async (id: string) => (await rowsOf(database.em.fork(), sql<{ version: number }>`select version from customer where id = ${id}::uuid`))[0]!.version;

/** Name, customer, kind, subject, day it was, day it is due, day it was done, and what else. */
const laid: readonly (readonly [string, string, string, string, string, string?, string?, Record<string, unknown>?])[] = [
  ['call', 'Zumos Vega', 'CALL', 'Presupuesto de otoño', '2026-01-10', undefined, undefined, { duration_minutes: 12, direction: 'INBOUND' }],
  ['late', 'Bodegas Ríos', 'TASK', 'Enviar catálogo', '2026-02-10', '2026-06-01T08:00:00Z', undefined, { assignee_id: admin.userId, body: 'pedido/oferta, catálogo_2026.pdf a compras@bodegas.es, أحمد' }],
  ['soon', 'Bodegas Ríos SL', 'TASK', 'Llamar', '2026-02-11', '2026-07-01T08:00:00Z', undefined, { assignee_id: admin.userId, body: 'Sobre el PRESUPUESTO, y la Avería' }],
  ['free', 'Zumos Vega', 'TASK', 'Algún día', '2026-03-10', undefined, undefined, { assignee_id: admin.userId }],
  ['done', 'Partnered', 'TASK', 'Hecho', '2026-04-10', '2026-05-01T08:00:00Z', '2026-05-02T08:00:00Z', { assignee_id: admin.userId }],
  ['past', 'Partnered', 'TASK', 'Hecho antes', '2026-04-10', undefined, '2026-04-12T08:00:00Z', { assignee_id: admin.userId }],
  ['gone', 'Gone', 'CALL', 'Presupuesto', '2026-05-10'],
  ['cut', 'Zumos Vega', 'CALL', 'Presupuesto', '2026-05-11', undefined, undefined, { deleted_at: '2026-05-12T00:00:00Z' }],
];

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
  const em = database.em.fork();
  named['partner'] = newId();
  await run(em, sql`insert into partner (id, name) values (${named['partner']}::uuid, 'Socios')`);
  for (const name of ['Zumos Vega', 'Bodegas Ríos', 'Bodegas Ríos SL', 'Gone']) {
    named[name] = await write((inner, by) => createCustomer(inner, { kind: 'ORGANISATION', name, ownerId: name === 'Zumos Vega' ? admin.userId : null, evenIfDuplicate: true }, by));
  }
  named['Partnered'] = await writer(database, { ...writing, viewer: as({ role: 'partner', partnerId: named['partner'], userId: admin.userId }) })((inner, by) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Partnered' }, by));
  await insertRows(em, 'activity', laid.map(([name, customer, kind, subject, day, due, done, more]) => ({
    id: ids[name] = newId(), customer_id: named[customer], kind, subject, occurred_at: `${day}T10:00:00Z`, due_at: due ?? null, done_at: done ?? null,
    assignee_id: null, body: null, duration_minutes: null, direction: null, deleted_at: null, ...more, created_at: writing.now, updated_at: writing.now })));
  await write((inner, by) => deleteCustomer(inner, named['Gone']!, by));
  const [mine, his] = [await versionOf(named['Bodegas Ríos']!), await versionOf(named['Bodegas Ríos SL']!)];
  await write(async (inner, by) => {
    const merged = await mergeCustomers(inner, { survivorId: named['Bodegas Ríos']!, expectedVersion: mine, others: [{ id: named['Bodegas Ríos SL']!, expectedVersion: his }] }, by);
    return typeof merged === 'object' && 'code' in merged ? merged : 'merged';
  });
});
afterAll(() => database.close());

const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id)!;
type Asked = Partial<ActivityOrder & Omit<ActivityPage, 'inOrder'>>;
const list = (filter: ActivityFilter = {}, { by, descending = false, ...page }: Asked = {}, viewer = admin) =>
  listActivities(database.em.fork(), filter, { size: 50, inOrder: by && { by, descending }, ...page }, viewer, writing.now);
const names = async (...asked: Parameters<typeof list>) => (await list(...asked)).map(({ id }) => nameOf(id));
const count = (filter: ActivityFilter = {}, viewer = admin) => countActivities(database.em.fork(), filter, viewer, writing.now);
const everything = ['call', 'done', 'free', 'late', 'past', 'soon'];

test('each order is right, what has no value comes last either way, and what is deleted, or whose customer is, is in none', async () => {
  expect((await names()).slice(-4)).toEqual(['free', 'soon', 'late', 'call']);
  expect(await names({}, { by: 'occurredAt' })).toEqual(expect.arrayContaining(everything));
  expect((await names({}, { by: 'dueAt' })).slice(0, 3)).toEqual(['done', 'late', 'soon']);
  expect((await names({}, { by: 'dueAt', descending: true })).slice(0, 3)).toEqual(['soon', 'late', 'done']);
  expect((await names({}, { by: 'doneAt' })).slice(0, 2)).toEqual(['past', 'done']);
  const byCustomer = await list({}, { by: 'customer' });
  expect(byCustomer.map(({ customerId }) => customerId)).toEqual(['Bodegas Ríos', 'Bodegas Ríos', 'Partnered', 'Partnered', 'Zumos Vega', 'Zumos Vega'].map((name) => named[name]));
});

test('tasks stand by when they are due, without a date last, the done ones the latest first', async () => {
  const tasks = (state: 'OPEN' | 'OVERDUE' | 'TODAY' | 'UPCOMING' | 'DONE') => ({ tasks: { assigneeId: admin.userId, state, zone: 'Europe/Madrid' } });
  expect(await names(tasks('OPEN'))).toEqual(['late', 'soon', 'free']);
  expect(await names(tasks('OVERDUE'))).toEqual(['late']);
  expect(await names(tasks('TODAY'))).toEqual([]);
  expect(await names(tasks('UPCOMING'))).toEqual(['soon', 'free']);
  expect(await names(tasks('DONE'))).toEqual(['done', 'past']);
  expect(await names({ ...tasks('OPEN'), search: 'avería' }, { by: 'customer' })).toEqual(['soon']);
  expect(await names({ ...tasks('OPEN'), rule: { fact: 'ownerId', is: 'in', values: [admin.userId] } })).toEqual(['free']);
});

test.each(activityOrders.flatMap((by) => [[by, false], [by, true]] as const))('page by page is the whole, by %s, descending: %s, forwards and backwards', async (by, descending) => {
  const asked: ActivityFilter[] = [{}, { rule: { fact: 'ordersCount', is: 'ge', value: 0 } }, { search: 'e' }];
  for (const filter of asked) {
    const whole = await names(filter, { by, descending });
    if (!filter.search) expect(whole.toSorted()).toEqual(everything);
    for (const backwards of [false, true]) {
      const found: string[] = [];
      for (let after: ActivityPage['after']; ;) {
        const rows = await list(filter, { by, descending, size: 2, after, backwards });
        found.push(...rows.slice(0, 2).map(({ id }) => nameOf(id)));
        const last = rows[1];
        if (rows.length < 3 || !last) break;
        after = [last.sortValue, last.id];
      }
      expect([filter, backwards ? found.reverse() : found]).toEqual([filter, whole]);
    }
  }
  if (by !== 'customer') await expect(async () => list({}, { by, after: ['yesterday', newId()] })).rejects.toThrow(StrangeCursor);
});

test('is found by the beginnings of words in its subject and text, without accents, and by its customer as he is called', async () => {
  const found = async (search: string, viewer = admin) => [...(await names({ search }, {}, viewer)).toSorted(), await count({ search }, viewer)];
  expect(await found('presup')).toEqual(['call', 'soon', 2]);
  expect(await found('PRESUPUESTO otono')).toEqual(['call', 1]);
  expect(await found('averia')).toEqual(['soon', 1]);
  expect(await found('bodegas rios')).toEqual(['late', 'soon', 2]);
  expect(await found('zumos')).toEqual(['call', 'free', 2]);
  expect(await found('presupuesto zumos')).toEqual([0]);
  expect(await found('?!')).toEqual([0]);
  expect(await found('catalogo_2026')).toEqual(['late', 1]);
  expect(await found('oferta')).toEqual(['late', 1]);
  expect(await found('Compras@bod')).toEqual(['late', 1]);
  expect(await found('أحمد')).toEqual(['late', 1]);
  expect(await found("o'brien \\ :* & | !")).toEqual([0]);
  expect(await found('hecho', as({ role: 'partner', partnerId: named['partner'] }))).toEqual(['done', 'past', 2]);
  expect(await found('presupuesto', as({ role: 'partner', partnerId: named['partner'] }))).toEqual([0]);
  for (const none of ['', undefined, null]) expect(await names({ search: none as string })).toHaveLength(everything.length);
});

test('a rule asks of the activity, of its customer and of what else is his', async () => {
  const cases: readonly (readonly [Rule, readonly string[]])[] = [
    [{ fact: 'activity.kind', is: 'in', values: ['CALL', 'MEETING'] }, ['call']],
    [{ fact: 'activity.durationMinutes', is: 'ge', value: 10 }, ['call']],
    [{ fact: 'activity.subject', is: 'startsWith', value: 'enviar catalogo' }, ['late']],
    [{ and: [{ fact: 'activity.assigneeId', is: 'in', values: [admin.userId] }, { not: { fact: 'activity.doneAt', is: 'isSet' } }, { fact: 'activity.dueAt', is: 'isSet' }] }, ['late', 'soon']],
    [{ and: [{ fact: 'ownerId', is: 'in', values: [admin.userId] }, { fact: 'activity.kind', is: 'eq', value: 'TASK' }] }, ['done', 'free', 'past']],
    [{ some: 'activities', where: { fact: 'direction', is: 'eq', value: 'INBOUND' } }, ['call', 'free']],
  ];
  for (const [rule, expected] of cases) {
    for (const role of ['administrator', 'service'] as const) {
      expect([rule, (await names({ rule }, {}, as({ role }))).toSorted(), await count({ rule }, as({ role }))]).toEqual([rule, expected, expected.length]);
    }
  }
});

test('everybody sees what was done with his customers alone, counted as it is listed', async () => {
  const seen = async (viewer: Viewer) => [...await Promise.all(activityOrders.map(async (by) => (await names({}, { by }, viewer)).toSorted().join(' '))), await count({}, viewer)];
  const each = (text: string, counted: number) => [...activityOrders.map(() => text), counted];
  expect(await seen(as({ role: 'partner', partnerId: named['partner'] }))).toEqual(each('done past', 2));
  expect(await seen(as({ role: 'partner', partnerId: newId() }))).toEqual(each('', 0));
  expect(await seen(as({ role: 'sales' }))).toEqual(each('', 0));
  expect(await seen(as({ role: 'service' }))).toEqual(each(everything.join(' '), 6));
});

test('a page with everything that it shows is one statement', async () => {
  const statements: string[] = [];
  countStatements(database, statements);
  await list({ rule: { fact: 'ordersCount', is: 'ge', value: 1 }, search: 'B' }, { by: 'dueAt' });
  expect(statements).toHaveLength(1);
});

test('each order is read from an index on, from its place, and what is looked for from the words', async () => {
  const em = database.em.fork();
  await em.begin();
  // In a table without rows any plan is as good: what is dear is forbidden, and only an index can then give the order.
  for (const way of ['seqscan', 'sort', 'bitmapscan', 'hashjoin', 'mergejoin']) await em.execute(`set local enable_${way} = off`);
  const planOf = async (filter: ActivityFilter, page: ActivityPage) =>
    (await rowsOf(em, sql<{ 'QUERY PLAN': string }>`explain ${activitiesPage(filter, page, admin, writing.now)}`)).map((line) => line['QUERY PLAN']).join('\n');
  const indexes = { occurredAt: 'activity_occurred', customer: 'customer_facts_name', dueAt: 'activity_due', doneAt: 'activity_done' };
  for (const by of activityOrders) {
    for (const descending of [false, true]) {
      for (const backwards of [false, true]) {
        for (const after of [undefined, [by === 'customer' ? 'bodegas' : '2026-01-01T00:00:00Z', newId()] as const]) {
          const plan = await planOf({}, { size: 20, inOrder: { by, descending }, backwards, after });
          // The rows of the page are put in their places; those of one name in the order of their ids.
          const sorted = (plan.match(/Sort Key: .*/g) ?? []).filter((key) => !key.includes('row_number') && !/\bu(_\d+)?\.name/.test(key) && !(by === 'customer' && key.includes('f.name')));
          expect([by, plan.includes(indexes[by]), sorted]).toEqual([by, true, []]);
          if (after) expect(plan).toMatch(/Index Cond: .*(occurred_at|due_at|done_at|name)/);
        }
      }
    }
  }
  await em.execute('set local enable_bitmapscan = on');
  const found = await planOf({ search: 'presupuesto otono' }, { size: 20 });
  expect(found).toContain('BitmapOr');
  expect(found).toContain('activity_words');
  await em.rollback();
});
