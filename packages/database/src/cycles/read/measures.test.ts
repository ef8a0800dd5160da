import type { Viewer } from '@orbita/domain/access';
import { type Cycle, funnelOf, type Ledger, ledgerOf, origins, timeToFirstPurchase } from '@orbita/domain/cycles';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import { advanceCustomers, cohortsBy, cohortTotals, countCycles, listCycles, loadCycles, referralTree, traceOrders, velocityOf } from '#cycles';
import type { Database } from '#database';
import { refreshFacts } from '#facts';
import { theClock } from '#lifecycle';
import { aCustomer, aLine, at, counting, insertRows, orderRow, withoutModels } from '../../facts/rows.fixture.ts';
import { randomFrom } from '../../demo/index.ts';
import { openTestDatabase } from '../../testing/index.ts';

const random = randomFrom(42);
const now = at('2026-03-01');
const advancing = { actor: theClock, now, zone: 'UTC', timersUntil: now };
const everything: Viewer = { userId: newId(), role: 'manager', teamId: null, partnerId: null, language: 'en' };
const team = newId();
const seller: Viewer = { ...everything, userId: newId(), role: 'sales' };

let database: Database;
let em: Em;
const lines: string[] = [];
const customers: string[] = [];
let cycles: (Cycle & { customerId: string })[];

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await withoutModels(em);
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${seller.userId}::uuid, 'Luis', 'luis@example.com', 'sales')`);
  lines.push(await aLine(em), await aLine(em));
  for (let index = 0; index < 60; index += 1) {
    const referredBy = index > 10 && random.chance(0.3) ? customers[random.between(0, 9)]! : null;
    customers.push(await aCustomer(em, {
      name: `Customer ${index}`, owner_id: index % 3 === 0 ? seller.userId : null, source: random.pick(['WEB', 'FAIR', null]), referred_by: referredBy,
    }));
  }
  const orders = customers.flatMap((customerId) => Array.from({ length: random.between(0, 5) }, (_, index) => {
    const placedAt = new Date(at('2024-01-01').getTime() + random.between(0, 700) * 86_400_000);
    const tracked = random.chance(0.5);
    const later = (days: number) => new Date(placedAt.getTime() + random.between(1, days) * 86_400_000);
    return orderRow({
      customerId, lineId: random.pick(lines), placedAt, number: String(index), tracked,
      ...(tracked && random.chance(0.7) ? { delivered_at: later(10), ...(random.chance(0.7) ? { settled_at: later(40) } : {}) } : {}),
      ...(random.chance(0.1) ? { cancelled_at: later(20) } : {}),
    });
  }));
  await insertRows(em, 'sales_order', orders);
  await em.transactional(async (inner) => {
    await refreshFacts(inner as Em, customers, { now, zone: 'UTC' });
    // Opportunities that nobody led: their phases are reached before an order, and lost.
    const loaded = await loadCycles(inner as Em, customers, 'UTC');
    await advanceCustomers(inner as Em, loaded, new Map(customers.map((id) => [id, sold()])), advancing);
    await traceOrders(inner as Em, customers, advancing);
    await refreshFacts(inner as Em, customers, { now, zone: 'UTC' });
  });
  const states = await loadCycles(em, customers, 'UTC');
  cycles = [...states].flatMap(([customerId, { state }]) => state.cycles.map((cycle) => ({ ...cycle, customerId })));
}, 120_000);
afterAll(() => database.close());

function sold() {
  const opportunityId = newId();
  const opened = at('2024-01-01').getTime() + random.between(0, 600) * 86_400_000;
  const lineId = random.pick(lines);
  if (random.chance(0.5)) return [];
  return [
    { type: 'opportunityOpened', opportunityId, lineId, at: opened } as const,
    ...(random.chance(0.5) ? [{ type: 'opportunityLost', opportunityId, at: opened + 9 * 86_400_000, reason: 'PRICE' } as const] : []),
  ];
}

const funnel = (some: readonly Cycle[]) => funnelOf(some).map(({ medianTime: _, ...reach }) => reach);
const velocity = (some: readonly Cycle[]) => ({
  firstPurchase: timeToFirstPurchase(some),
  phases: Object.fromEntries(funnelOf(some).flatMap(({ phase, medianTime }) => (medianTime === null ? [] : [[phase, medianTime]]))),
});

test('ledger, funnel and times are those of the domain, for any cohort, and one statement each', async () => {
  expect(cycles.length).toBeGreaterThan(100);
  const [from, until] = [at('2024-06-01'), at('2025-06-01')];
  const cohorts = [
    [{}, () => true],
    [{ from, until }, ({ openedAt }: Cycle) => openedAt >= from.getTime() && openedAt < until.getTime()],
    [{ lineId: lines[0] }, ({ lineId }: Cycle) => lineId === lines[0]],
    ...origins.map((origin) => [{ origin }, (cycle: Cycle) => cycle.origin === origin] as const),
    [{ ownerId: seller.userId }, ({ customerId }: { customerId: string }) => customers.indexOf(customerId) % 3 === 0],
  ] as const;
  for (const [cohort, has] of cohorts) {
    const some = cycles.filter(has);
    const watched = counting(em);
    expect(await cohortTotals(watched.em, cohort, everything)).toEqual({ ledger: ledgerOf(some), funnel: funnel(some) });
    expect(await velocityOf(watched.em, cohort, everything)).toEqual(velocity(some));
    expect(watched.statements()).toBe(2);
  }
});

test('the groups of a cohort add up to it, and each is the ledger of its own', async () => {
  const { ledger: whole } = await cohortTotals(em, {}, everything);
  for (const by of ['MONTH', 'OWNER', 'LINE', 'ORIGIN', 'SOURCE'] as const) {
    const watched = counting(em);
    const groups = await cohortsBy(watched.em, {}, { by, zone: 'UTC', limit: 60 }, everything);
    expect(watched.statements()).toBe(1);
    for (const key of ['started', 'lost', 'open', 'recurrent'] satisfies (keyof Ledger)[]) {
      expect(groups.reduce((sum, { ledger }) => sum + ledger[key], 0)).toBe(whole[key]);
    }
  }
  const months = await cohortsBy(em, {}, { by: 'MONTH', zone: 'UTC', limit: 60 }, everything);
  for (const { key, ledger } of months) {
    expect(ledger).toEqual(ledgerOf(cycles.filter(({ openedAt }) => new Date(openedAt).toISOString().slice(0, 7) === key!.slice(0, 7))));
  }
  expect((await cohortsBy(em, {}, { by: 'OWNER', zone: 'UTC', limit: 60 }, everything)).map(({ name }) => name).toSorted()).toEqual(['Luis', null]);
});

test('one who sees some customers counts their cycles only; one who sees none, none', async () => {
  const own = cycles.filter(({ customerId }) => customers.indexOf(customerId) % 3 === 0);
  expect((await cohortTotals(em, {}, seller)).ledger).toEqual(ledgerOf(own));
  expect((await cohortTotals(em, {}, { ...seller, userId: newId(), teamId: team })).ledger.started).toBe(0);
  expect((await velocityOf(em, {}, { ...seller, userId: newId() })).phases).toEqual({});
});

test('a deleted customer counts no more, and comes back', async () => {
  const id = cycles[0]!.customerId;
  await rowsOf(em, sql`update customer set deleted_at = now() where id = ${id}::uuid`);
  expect((await cohortTotals(em, {}, everything)).ledger).toEqual(ledgerOf(cycles.filter(({ customerId }) => customerId !== id)));
  await rowsOf(em, sql`update customer set deleted_at = null where id = ${id}::uuid`);
  expect((await cohortTotals(em, {}, everything)).ledger.started).toBe(cycles.length);
});

test('the cycles of a customer are listed with their visits, the latest first, to those who see him', async () => {
  const id = customers.find((one) => cycles.filter(({ customerId }) => customerId === one).length > 3)!;
  const own = cycles.filter(({ customerId }) => customerId === id).toSorted((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1));
  const watched = counting(em);
  const rows = await listCycles(watched.em, { customerId: id }, { size: 50 }, everything);
  expect(watched.statements()).toBe(1);
  expect(rows.map((row) => row.id)).toEqual(own.map((cycle) => cycle.id));
  expect(rows.map(({ visits }) => visits.map(({ phase }) => phase))).toEqual(own.map(({ visits }) => visits.map(({ phase }) => phase)));
  expect(await countCycles(em, { customerId: id, open: false }, everything)).toBe(own.filter(({ phase }) => phase === 'CLOSED').length);
  expect(await listCycles(em, { customerId: id }, { size: 50 }, { ...seller, userId: newId() })).toEqual([]);
});

test('the tree of referrals is that of the rows, its sums its own, and ends where the viewer does not see', async () => {
  const [a, b, c, other] = [await aCustomer(em, { owner_id: seller.userId, name: 'A' }), await aCustomer(em, { name: 'B' }),
    await aCustomer(em, { owner_id: seller.userId, name: 'C' }), await aCustomer(em, { owner_id: seller.userId, name: 'D' })];
  for (const [id, by] of [[b, a], [c, b], [other, a]]) await rowsOf(em, sql`update customer set referred_by = ${by}::uuid where id = ${id}::uuid`);
  await insertRows(em, 'sales_order', [orderRow({ customerId: c!, lineId: lines[0]!, placedAt: at('2025-01-01') })]);
  await em.transactional(async (inner) => {
    await traceOrders(inner as Em, [c!], advancing);
    await refreshFacts(inner as Em, [a!, b!, c!, other!], { now, zone: 'UTC' });
  });
  const watched = counting(em);
  const tree = await referralTree(watched.em, a!, everything);
  expect(watched.statements()).toBe(1);
  expect(tree).toMatchObject({ referrer: null, recommended: 3, qualified: 1, bought: 1, revenue: '1000' });
  expect(tree.nodes.map(({ name, depth, parentId }) => [name, depth, parentId])).toEqual(expect.arrayContaining([['B', 1, a], ['D', 1, a], ['C', 2, b]]));
  expect(await referralTree(em, a!, seller)).toMatchObject({ recommended: 1, revenue: '0', nodes: [{ name: 'D' }] });
  expect(await referralTree(em, c!, everything)).toMatchObject({ referrer: { id: b, name: 'B' } });
  expect(await referralTree(em, c!, seller)).toMatchObject({ referrer: null });
  expect(await referralTree(em, a!, { ...everything, role: 'warehouse' })).toMatchObject({ recommended: 3, revenue: null });
});
