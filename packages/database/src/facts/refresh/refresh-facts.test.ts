import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { aCustomer, aLine, anOrder, at, counting, factsRow, insertRows, withoutModels } from '../rows.fixture.ts';
import { refreshAllFacts, refreshFacts, refreshStatement } from './refresh-facts.ts';
import { openTestDatabase } from '../../testing/index.ts';

let database: Database;
let em: Em;
let lineId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  lineId = await aLine(em);
  await withoutModels(em);
});
afterAll(() => database.close());

const utc = (day: string) => ({ now: at(day), zone: 'UTC' });
const iso = (day: string) => at(day).toISOString();
const refreshed = async (id: string, moment: { now: Date; zone: string }) => {
  await refreshFacts(em, [id], moment);
  return factsRow(em, id);
};
const buyer = async (...days: string[]) => {
  const customerId = await aCustomer(em);
  for (const day of days) await anOrder(em, { customerId, lineId, placedAt: at(day) });
  return customerId;
};

describe('rhythm and purchase clock of the lives of LIFECYCLE §5', () => {
  test.each([
    ['5 recurrent, one order', ['2025-01-01'], 120, 'FALLBACK', '2025-08-29', '2025-12-27', '2025-04-01'],
    ['5 recurrent, two orders', ['2025-01-01', '2025-01-31'], 90, 'BLENDED', '2025-07-30', '2025-10-28', '2025-04-08'],
    ['5 recurrent, four orders', ['2025-01-01', '2025-01-31', '2025-03-02', '2025-04-01'], 30, 'OWN', '2025-05-31', '2025-06-30', '2025-04-23'],
    ['7 churn and win-back', ['2024-01-01', '2025-02-20'], 219, 'BLENDED', '2026-05-04', '2026-12-09', '2025-08-03'],
    ['12 two lines', ['2025-01-15', '2025-02-15', '2025-03-15', '2025-04-15'], 31, 'OWN', '2025-06-16', '2025-07-17', '2025-05-08'],
  ])('%s', async (_life, days, rhythm, basis, alarm, lapses, offer) => {
    const facts = await refreshed(await buyer(...days), utc(days.at(-1)!));
    expect(facts).toMatchObject({
      rhythm_days: rhythm, rhythm_basis: basis, alarm_at: iso(alarm), lapses_at: iso(lapses), next_offer_at: iso(offer),
      orders_count: days.length, revenue_total: 1000 * days.length, average_order: 1000, last_order_at: iso(days.at(-1)!),
      next_review_at: iso(offer),
    });
  });

  test('10 contract: its end counts, with grace for the lapse, and it is no spot order', async () => {
    const customerId = await aCustomer(em);
    await anOrder(em, { customerId, lineId, placedAt: at('2024-06-01'), contract_ends_at: at('2025-06-01') });
    expect(await refreshed(customerId, utc('2025-01-01'))).toMatchObject({
      rhythm_days: 120, rhythm_basis: 'FALLBACK', next_offer_at: null, expected_next_order_at: null, last_spot_order_at: null,
      alarm_at: iso('2025-06-01'), lapses_at: iso('2025-07-01'), orders_count: 1,
    });
    await anOrder(em, { customerId, lineId, placedAt: at('2025-05-20'), contract_ends_at: at('2026-06-01') });
    await anOrder(em, { customerId, lineId, placedAt: at('2025-05-21') });
    expect(await refreshed(customerId, utc('2025-06-02'))).toMatchObject({
      alarm_at: iso('2026-06-01'), lapses_at: iso('2026-07-01'), next_offer_at: iso('2025-08-19'), last_spot_order_at: iso('2025-05-21'),
    });
  });

  test('11 return: less after a part, nothing after all, a first purchase again', async () => {
    const customerId = await aCustomer(em);
    const orderId = await anOrder(em, { customerId, lineId, placedAt: at('2025-01-10'), tracked: true, company_returned: 200 });
    expect(await refreshed(customerId, utc('2025-02-02'))).toMatchObject({ orders_count: 1, revenue_total: 800, alarm_at: iso('2025-09-07') });
    await rowsOf(em, sql`update sales_order set company_returned = 1000, returned_whole = true where id = ${orderId}::uuid`);
    expect(await refreshed(customerId, utc('2025-02-11'))).toMatchObject({
      orders_count: 0, revenue_total: 0, average_order: null, alarm_at: null, lapses_at: null, rhythm_days: null, rhythm_basis: null,
      first_order_at: null, last_order_channel: null, next_review_at: null,
    });
    await anOrder(em, { customerId, lineId, placedAt: at('2025-05-01'), channel: 'SHOP' });
    expect(await refreshed(customerId, utc('2025-05-02'))).toMatchObject({ orders_count: 1, first_order_at: iso('2025-05-01'), last_order_channel: 'SHOP' });
  });

  test('only the last 13 purchase days count, an even number of intervals takes the middle of two', async () => {
    const far = ['2020-01-01', '2021-01-01', '2022-01-01'];
    const near = Array.from({ length: 13 }, (_, index) => `2023-${String(index < 12 ? index + 1 : 12).padStart(2, '0')}-${index < 12 ? '01' : '28'}`);
    expect(await refreshed(await buyer(...far, ...near), utc('2024-01-01'))).toMatchObject({ rhythm_days: 31, rhythm_basis: 'OWN' });
    expect(await refreshed(await buyer('2023-01-01', '2023-01-11', '2023-01-31', '2023-03-02', '2023-03-07'), utc('2024-01-01')))
      .toMatchObject({ rhythm_days: 15 });
  });

  test('the fallback is that of the line of the last order', async () => {
    const slow = await aLine(em, { fallback_rhythm_days: 300 });
    const customerId = await buyer('2025-01-01');
    await anOrder(em, { customerId, lineId: slow, placedAt: at('2025-01-01') });
    expect(await refreshed(customerId, utc('2025-01-02'))).toMatchObject({ rhythm_days: 300, alarm_at: iso('2026-06-25') });
  });
});

describe('windows by the local date', () => {
  test('an order leaves each window at local midnight, across a change of the clocks', async () => {
    const zone = 'Europe/Madrid';
    const customerId = await aCustomer(em);
    await anOrder(em, { customerId, lineId, placedAt: new Date('2024-03-30T23:30:00Z') });
    const entered = await refreshed(customerId, { now: new Date('2024-04-01T00:00:00Z'), zone });
    expect(entered).toMatchObject({ orders12m: 1, orders_prev12m: 0, revenue12m: 1000 });
    await rowsOf(em, sql`update customer_facts set reviewed_at = '2025-03-30T00:00Z' where customer_id = ${customerId}::uuid`);
    const before = await refreshed(customerId, { now: new Date('2025-03-30T21:59:59.999Z'), zone });
    expect(before).toMatchObject({ orders12m: 1, next_review_at: '2025-03-30T22:00:00.000Z' });
    const after = await refreshed(customerId, { now: new Date('2025-03-30T22:00:00Z'), zone });
    expect(after).toMatchObject({ orders12m: 0, orders_prev12m: 1, revenue_prev12m: 1000, revenue_trend_pct: -100, next_review_at: '2026-03-30T22:00:00.000Z' });
    expect(await refreshed(customerId, { now: new Date('2026-03-30T22:00:00Z'), zone })).toMatchObject({ orders_prev12m: 0, next_review_at: null });
  });

  test('a midnight that comes twice is its first, one that is skipped the moment of the jump', async () => {
    const review = async (zone: string, placedAt: string, now: string) => {
      const customerId = await aCustomer(em);
      await anOrder(em, { customerId, lineId, placedAt: new Date(placedAt) });
      return (await refreshed(customerId, { now: new Date(now), zone }))['next_review_at'];
    };
    expect(await review('Atlantic/Azores', '2023-10-28T12:00:00Z', '2024-10-24T12:00:00Z')).toBe('2024-10-27T00:00:00.000Z');
    expect(await review('America/Sao_Paulo', '2017-11-04T12:00:00Z', '2018-10-31T12:00:00Z')).toBe('2018-11-04T03:00:00.000Z');
  });

  test('the trend is rounded down and has no bound', async () => {
    const customerId = await aCustomer(em);
    await anOrder(em, { customerId, lineId, placedAt: at('2024-01-01'), amount: 3 });
    await anOrder(em, { customerId, lineId, placedAt: at('2025-06-01'), amount: 2 });
    expect(await refreshed(customerId, utc('2025-07-01'))).toMatchObject({ revenue_prev12m: 3, revenue12m: 2, revenue_trend_pct: -34, average_order: 3 });
    await anOrder(em, { customerId, lineId, placedAt: at('2025-06-01'), amount: 100_000_000_000 });
    expect(await refreshed(customerId, utc('2025-07-01'))).toMatchObject({ revenue_trend_pct: 3_333_333_333_300 });
  });
});

test('cancelled orders count nowhere; cost is margin when known for 80 %', async () => {
  const customerId = await buyer('2025-01-01');
  await anOrder(em, { customerId, lineId, placedAt: at('2025-02-01'), cancelled_at: at('2025-02-02') });
  expect(await refreshed(customerId, utc('2025-03-01'))).toMatchObject({ orders_count: 1, last_order_at: iso('2025-01-01'), margin_total: null, margin12m: null });
  await anOrder(em, { customerId, lineId, placedAt: at('2025-02-03'), amount: 4000, company_cost: 2500, company_costed: 4000 });
  expect(await refreshed(customerId, utc('2025-03-01'))).toMatchObject({ margin_total: 2500, margin12m: 2500 });
  await anOrder(em, { customerId, lineId, placedAt: at('2025-02-04'), amount: 1 });
  expect(await refreshed(customerId, utc('2025-03-01'))).toMatchObject({ margin_total: null });
});

test('what he holds: net of returns, of contracts only while they run', async () => {
  const customerId = await aCustomer(em);
  const category = newId();
  const [kept, returned, leased] = [newId(), newId(), newId()];
  await insertRows(em, 'product_category', [{ id: category, name: 'c', name_key: category }]);
  await insertRows(em, 'product', [kept, returned, leased].map((id) => ({
    id, code: id, name: 'p', name_key: 'p', category_id: id === leased ? null : category, currency: 'EUR', updated_at: at('2025-01-01') })));
  const spot = await anOrder(em, { customerId, lineId, placedAt: at('2025-01-01') });
  const contract = await anOrder(em, { customerId, lineId, placedAt: at('2025-01-01'), contract_ends_at: at('2025-02-01') });
  await insertRows(em, 'order_line', [[spot, kept], [spot, returned], [contract, leased]].map(([order_id, product_id]) => ({
    id: newId(), customer_id: customerId, order_id, no: 1, product_id, description: 'x', quantity: 2, unit_price: 1, amount: 2, company_amount: 2 })));
  await insertRows(em, 'order_return', [{ id: newId(), customer_id: customerId, order_id: spot, product_id: returned, reference: 'r',
    returned_at: at('2025-01-05'), quantity: 2, amount: 2, company_amount: 2, currency: 'EUR' }]);
  const running = await refreshed(customerId, utc('2025-01-20'));
  expect(running).toMatchObject({ products_held: 2, categories_held: 1, category_ids: [category], next_review_at: iso('2025-02-01') });
  expect(running['product_ids']).toEqual([kept, leased].toSorted());
  expect(await refreshed(customerId, utc('2025-02-01'))).toMatchObject({ products_held: 1, product_ids: [kept] });
});

test('how he may be reached: latest consent of each channel, points that work, country by what is known', async () => {
  const customerId = await aCustomer(em, { tax_country: 'PT', name: 'Ángel  MUÑOZ Ltd' });
  const point = (kind: string, normalised: string, more = {}) => ({
    id: newId(), customer_id: customerId, kind, value: normalised, normalised, created_at: at('2025-01-01'), ...more });
  await insertRows(em, 'contact_point', [
    point('EMAIL', 'a@b.es', { bounced_at: at('2025-01-02') }), point('PHONE', '+33123456789'), point('EMAIL', 'x', { valid: false })]);
  const consent = (channel: string, state: string, day: string) => ({ id: newId(), customer_id: customerId, channel, state, given_at: at(day) });
  await insertRows(em, 'consent', [
    consent('EMAIL', 'DENIED', '2025-03-01'), consent('EMAIL', 'GRANTED', '2025-01-01'), consent('PHONE', 'GRANTED', '2025-01-01')]);
  expect(await refreshed(customerId, utc('2025-04-01'))).toMatchObject({
    has_email: false, has_phone: true, consent_email: 'DENIED', consent_phone: 'GRANTED', consent_messaging: null, country: 'PT' });
  await rowsOf(em, sql`update customer set tax_country = null where id = ${customerId}::uuid`);
  expect(await refreshed(customerId, utc('2025-04-01'))).toMatchObject({ country: 'FR' });
  const address = (kind: string, city: string, city_key: string, country: string) => ({
    id: newId(), customer_id: customerId, kind, city, city_key, country, valid_from: at('2025-01-01') });
  await insertRows(em, 'address', [address('SHIPPING', 'Lyon', 'lyon', 'FR'), address('VISIT', 'Málaga', 'malaga', 'ES')]);
  expect(await refreshed(customerId, utc('2025-04-01'))).toMatchObject({ country: 'ES', city: 'Málaga', city_key: 'malaga', name: 'angel munoz ltd' });
});

test('contacts past and planned, and open tasks', async () => {
  const customerId = await aCustomer(em);
  const activity = (kind: string, day: string, more = {}) => ({ id: newId(), customer_id: customerId, kind, subject: 's',
    occurred_at: at(day), created_at: at(day), updated_at: at(day), ...more });
  await insertRows(em, 'activity', [
    activity('CALL', '2025-01-01', { direction: 'INBOUND' }), activity('EMAIL', '2025-01-05', { direction: 'OUTBOUND' }),
    activity('NOTE', '2025-01-09'), activity('MEETING', '2025-03-01'), activity('CALL', '2025-01-20', { deleted_at: at('2025-01-21') }),
    activity('TASK', '2025-01-01', { due_at: at('2025-02-10') }), activity('TASK', '2025-01-01', { due_at: at('2025-01-02'), done_at: at('2025-01-02') })]);
  expect(await refreshed(customerId, utc('2025-02-01'))).toMatchObject({
    last_contact_at: iso('2025-01-05'), last_inbound_at: iso('2025-01-01'), last_outbound_at: iso('2025-01-05'),
    open_tasks: 1, next_task_due_at: iso('2025-02-10'), next_review_at: iso('2025-03-01') });
  expect(await refreshed(customerId, utc('2025-03-01'))).toMatchObject({ last_contact_at: iso('2025-03-01') });
});

test('a merged customer is hidden and counts for the root; undone, each has his own again', async () => {
  const root = await buyer('2025-01-01');
  const loser = await buyer('2024-12-01', '2025-02-01');
  await rowsOf(em, sql`update customer set merged_into = ${root}::uuid, do_not_contact = true where id = ${loser}::uuid`);
  await refreshFacts(em, [loser], utc('2025-03-01'));
  expect(await factsRow(em, root)).toMatchObject({ hidden: false, orders_count: 3, revenue_total: 3000, first_order_at: iso('2024-12-01'), do_not_contact: true });
  expect(await factsRow(em, loser)).toMatchObject({ hidden: true, next_review_at: null });
  await rowsOf(em, sql`update customer set merged_into = null where id = ${loser}::uuid`);
  await refreshFacts(em, [loser, root], utc('2025-03-01'));
  expect(await factsRow(em, root)).toMatchObject({ orders_count: 1, do_not_contact: false });
  expect(await factsRow(em, loser)).toMatchObject({ hidden: false, orders_count: 2 });
});

test('everybody who is computed is looked up by his id, though the planner would rather read all of them in order', async () => {
  await em.begin();
  for (const way of ['seqscan', 'bitmapscan', 'nestloop']) await em.execute(`set local enable_${way} = off`);
  const plan = (await rowsOf(em, sql<{ 'QUERY PLAN': string }>`explain ${refreshStatement([newId()], utc('2026-01-01'))}`)).map((line) => line['QUERY PLAN']).join('\n');
  await em.rollback();
  expect(plan).toMatch(/Index Scan using customer_pkey on customer his .*\n\s+Index Cond: \(id = w\.id\)/);
  expect(plan).toMatch(/Index Scan using customer_facts_pkey on customer_facts k .*\n\s+Index Cond: \(customer_id = w\.id\)/);
});

test('is one statement, repeated it changes nothing, and in batches it reaches everybody', async () => {
  const ids = (await rowsOf(em, sql<{ id: string }>`select id from customer`)).map(({ id }) => id);
  const moment = utc('2025-06-01');
  const counted = counting(em);
  await refreshFacts(counted.em, ids, moment);
  expect(counted.statements()).toBe(1);
  const before = await rowsOf(em, sql`select * from customer_facts order by customer_id`);
  expect(await refreshAllFacts(em, { ...moment, batch: 3 })).toBe(ids.length);
  expect(await rowsOf(em, sql`select * from customer_facts order by customer_id`)).toEqual(before);
});
