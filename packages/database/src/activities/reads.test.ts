import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  activitiesByIds, activityById, countActivities, listActivities, type TaskState, touchpointsOf,
} from '#activities';
import { countProducts, listCategories, listProducts, productById } from '#catalog';
import { newId } from '#connection';
import type { Database } from '#database';
import { countNotifications, inboxTopicsOf, listNotifications } from '#inbox';
import { countOrders, listOrders, orderById, ordersByIds } from '#orders';
import { openTestDatabase } from '../testing/index.ts';

let database: Database;
const now = new Date('2026-06-15T10:00:00Z');
const ids = { customer: newId(), order: newId(), task: newId(), call: newId(), product: newId(), user: newId(), line: newId() };
const all: Viewer = { userId: ids.user, role: 'manager', teamId: null, partnerId: null, language: 'en' };
// Sales without a customer of their own, a partner without any, and the very person in a role that sees nothing.
const nobodies: Viewer[] = [
  { ...all, userId: newId(), role: 'sales' },
  { ...all, userId: newId(), role: 'partner', partnerId: newId() },
  { ...all, role: 'partner', partnerId: null },
];

beforeAll(async () => {
  database = await openTestDatabase();
  const em = database.em.fork();
  await em.transactional(async (inner) => {
    const row = (text: string, values: unknown[]) => inner.execute(text, values);
    await row(`insert into app_user (id, name, email, role) values (?, 'Ana', 'ana@test.example', 'manager')`, [ids.user]);
    await row(`insert into business_line (id, name, is_default) values (?, 'Main', true)`, [ids.line]);
    await row(`insert into customer (id, kind, name, name_key, customer_since, created_at, updated_at) values (?, 'PERSON', 'Eva', 'eva', ?, ?, ?)`, [ids.customer, now, now, now]);
    await row(`insert into product (id, code, name, name_key, currency, list_price, cost, updated_at) values (?, 'A', 'Vino', 'vino', 'EUR', 100, 50, ?)`, [ids.product, now]);
    await row(`insert into sales_order (id, customer_id, number, source, line_id, placed_at, currency, amount, company_amount, created_at, updated_at)
      values (?, ?, 'N1', 'SHOP', ?, ?, 'EUR', 100, 100, ?, ?)`, [ids.order, ids.customer, ids.line, now, now, now]);
    for (const [id, kind] of [[ids.task, 'TASK'], [ids.call, 'CALL']]) {
      await row(`insert into activity (id, customer_id, kind, subject, occurred_at, due_at, assignee_id, created_at, updated_at) values (?, ?, ?, 'Visit', ?, ?, ?, ?, ?)`,
        [id, ids.customer, kind, now, now, ids.user, now, now]);
    }
    await row(`insert into notification (id, user_id, customer_id, activity_id, kind, created_at) values (?, ?, ?, ?, 'REMINDER', ?)`,
      [newId(), ids.user, ids.customer, ids.task, now]);
  });
});
afterAll(() => database.close());

const page = { size: 10 };
const tasks = (assigneeId: string, state: TaskState) => ({ tasks: { assigneeId, state, zone: 'Europe/Madrid' } });
const reads: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  listOrders: (viewer) => listOrders(database.em.fork(), {}, page, new Set(['lines', 'returns']), viewer, now),
  ordersOfOne: (viewer) => listOrders(database.em.fork(), { customerId: ids.customer, search: 'N' }, page, new Set(), viewer, now),
  countOrders: (viewer) => countOrders(database.em.fork(), {}, viewer, now),
  orderById: (viewer) => orderById(database.em.fork(), ids.order, new Set(['lines']), viewer),
  ordersByIds: (viewer) => ordersByIds(database.em.fork(), [ids.order], new Set(), viewer),
  listActivities: (viewer) => listActivities(database.em.fork(), { kinds: ['CALL'] }, page, viewer, now),
  countActivities: (viewer) => countActivities(database.em.fork(), {}, viewer, now),
  activityById: (viewer) => activityById(database.em.fork(), ids.call, viewer),
  activitiesByIds: (viewer) => activitiesByIds(database.em.fork(), [ids.call, ids.task], viewer),
  listTasks: (viewer) => listActivities(database.em.fork(), tasks(ids.user, 'TODAY'), page, viewer, now),
  countTasks: (viewer) => countActivities(database.em.fork(), tasks(ids.user, 'OPEN'), viewer, now),
  listNotifications: (viewer) => listNotifications(database.em.fork(), {}, page, viewer),
  countNotifications: (viewer) => countNotifications(database.em.fork(), { unread: true }, viewer),
  touchpointsOf: (viewer) => touchpointsOf(database.em.fork(), ids.customer, 'Europe/Madrid', viewer),
};
const isNothing = (answer: unknown) => answer === null || answer === 0 || (Array.isArray(answer) && answer.length === 0);

test.each(Object.keys(reads))('%s gives a manager something and those who may see nothing nothing', async (name) => {
  expect(isNothing(await reads[name]!(all))).toBe(false);
  for (const viewer of nobodies) expect([name, viewer.role, isNothing(await reads[name]!(viewer))]).toEqual([name, viewer.role, true]);
});

test('of a customer who was merged everything is shown under the one he was merged into; of a deleted one nothing', async () => {
  const em = database.em.fork();
  const root = newId();
  await em.execute(`insert into customer (id, kind, name, name_key, customer_since, created_at, updated_at) values (?, 'PERSON', 'Eva R', 'eva r', ?, ?, ?)`, [root, now, now, now]);
  await em.execute('update customer set merged_into = ? where id = ?', [root, ids.customer]);
  expect(await orderById(em, ids.order, new Set(), all)).toMatchObject({ customerId: root });
  expect(await listOrders(em, { customerId: root }, page, new Set(), all, now)).toHaveLength(1);
  expect(await touchpointsOf(em, root, 'UTC', all)).toHaveLength(2);
  await em.execute('update customer set deleted_at = ? where id = ?', [now, root]);
  expect(await orderById(em, ids.order, new Set(), all)).toBeNull();
  expect(await countActivities(em, {}, all, now)).toBe(0);
  await em.execute('update customer set deleted_at = null where id = ?', [root]);
  await em.execute('update customer set merged_into = null where id = ?', [ids.customer]);
});

test('the catalogue is read by those whose role has it, its cost by those who may read margins', async () => {
  const em = database.em.fork();
  const nobody: Viewer = { ...all, role: 'sales' };
  expect(await productById(em, ids.product, nobody)).toMatchObject({ listPrice: '100', cost: null });
  expect(await productById(em, ids.product, all)).toMatchObject({ cost: '50' });
  expect([await countProducts(em, { search: 'vin' }, all, now), (await listProducts(em, {}, { by: 'name', descending: false }, page, all, now)).length, await listCategories(em, all)]).toEqual([1, 1, []]);
});

test('pages of many orders follow one another without losing or doubling', async () => {
  const em = database.em.fork();
  await em.execute(`insert into sales_order (id, customer_id, number, source, line_id, placed_at, currency, amount, company_amount, created_at, updated_at)
    select gen_random_uuid(), ?, 'B' || n, 'SHOP', ?, ?::timestamptz - n * interval '1 hour', 'EUR', 100, 100, now(), now() from generate_series(1, 3000) n`, [ids.customer, ids.line, now]);
  const seen = new Set<string>();
  let after: readonly [string, string] | undefined;
  for (let at = 0; at < 4; at++) {
    const rows = await listOrders(em, { customerId: ids.customer }, { size: 50, after }, new Set(), all, now);
    for (const row of rows.slice(0, 50)) seen.add(row.id);
    after = [rows[49]!.placedAt, rows[49]!.id];
  }
  expect(seen.size).toBe(200);
});

test('an inbox is concerned by whom an event mentions or gives a task to', () => {
  expect(inboxTopicsOf({ payload: { mentions: ['a', 'b', 7], assigneeId: 'a' } })).toEqual(['inbox:a', 'inbox:b']);
  expect(inboxTopicsOf({ payload: { changed: ['subject'] } })).toEqual([]);
});
