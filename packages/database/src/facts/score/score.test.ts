import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { aCustomer, aLine, anOrder, at, counting, factsRow, insertRows, orderRow } from '../rows.fixture.ts';
import { refreshAllFacts, refreshFacts } from '../refresh/refresh-facts.ts';
import { type Invoice, onlineRetailIsThere, readInvoices } from './online-retail.fixture.ts';
import { latestScoring, score } from './score.ts';
import { openTestDatabase } from '../../testing/index.ts';

const moment = { now: new Date('2011-12-10T00:30:00Z'), zone: 'UTC' };
const asOf = '2011-12-10';
let database: Database;
let em: Em;
let lineId: string;

async function opened(): Promise<void> {
  database = await openTestDatabase();
  em = database.em.fork();
  lineId = await aLine(em);
}

async function load(invoices: readonly Invoice[]): Promise<void> {
  const ids = new Map([...new Set(invoices.map(({ customer }) => customer))].map((customer) => [customer, newId()]));
  const since = at('2010-01-01');
  await em.transactional(async (inner) => {
    await insertRows(inner as Em, 'customer', [...ids].map(([name, id]) => ({
      id, kind: 'ORGANISATION', name, name_key: name, customer_since: since, created_at: since, updated_at: since })));
    await insertRows(inner as Em, 'sales_order', invoices.map(({ customer, placedAt, amount }) =>
      orderRow({ customerId: ids.get(customer)!, lineId, placedAt, amount })));
  });
  await refreshAllFacts(em, moment);
}

const countBy = async (column: string): Promise<Record<string, number>> =>
  Object.fromEntries((await rowsOf(em, sql<{ value: string; count: number }>`
    select ${sql.ref(column)} as value, count(*)::int as count from customer_facts group by 1 order by 1`)).map(({ value, count }) => [value, count]));

const scoresOf = () => rowsOf(em, sql`
  select customer_id, rfm_recency, rfm_frequency, rfm_monetary, rfm_segment, value_tier, rfm_input_orders, rfm_input_amount, rfm_input_last_on
  from customer_facts order by 1`);

describe.skipIf(!onlineRetailIsThere)('Online Retail, the slice of 150 (skipped without the test data)', () => {
  beforeAll(async () => {
    await opened();
    await load(readInvoices('online_retail_es_pt_fr_it.csv'));
  });
  afterAll(() => database.close());

  test('has the golden counts and cut points of LIFECYCLE §4.1, in one statement', async () => {
    const counted = counting(em);
    const run = await score(counted.em, { ...moment, asOf });
    expect(counted.statements()).toBe(1);
    expect(await countBy('rfm_segment')).toEqual({
      CHAMPION: 23, LOYAL: 24, POTENTIAL_LOYALIST: 14, NEW: 2, PROMISING: 6, NEEDS_ATTENTION: 4, ABOUT_TO_SLEEP: 17,
      AT_RISK: 10, CANNOT_LOSE: 1, HIBERNATING: 49 });
    expect(await countBy('rfm_frequency')).toEqual({ 1: 54, 2: 29, 3: 14, 4: 28, 5: 25 });
    expect(run).toMatchObject({ asOf, basis: 'REVENUE', population: 150, changed: 150, cuts: {
      recency: ['2011-06-15', '2011-10-12', '2011-11-13', '2011-11-29'],
      frequency: [2, 3, 4, 7], monetary: [363_950, 641_130, 1_079_400, 3_023_080] } });
    expect(await latestScoring(em)).toMatchObject({ id: run.id, ranAt: moment.now.getTime(), cuts: run.cuts });
  });

  test('is the formula by rank, and refreshing or scoring again changes nobody', async () => {
    const wrong = await rowsOf(em, sql`
      select * from (
        select rfm_recency, rfm_frequency, rfm_monetary,
          1 + (5 * (rank() over (order by rfm_input_last_on) - 1)) / count(*) over () as r,
          1 + (5 * (rank() over (order by rfm_input_orders) - 1)) / count(*) over () as f,
          1 + (5 * (rank() over (order by rfm_input_amount) - 1)) / count(*) over () as m
        from customer_facts) x
      where (rfm_recency, rfm_frequency, rfm_monetary) is distinct from (r, f, m)`);
    expect(wrong).toEqual([]);
    const before = await scoresOf();
    await refreshAllFacts(em, moment);
    expect(await scoresOf()).toEqual(before);
    expect(await score(em, { ...moment, asOf })).toMatchObject({ changed: 0 });
  });

  test('between runs a new order rescores that customer alone, and one without orders has no purchases', async () => {
    const newcomer = await aCustomer(em);
    await refreshFacts(em, [newcomer], moment);
    expect(await factsRow(em, newcomer)).toMatchObject({ rfm_segment: 'NO_PURCHASES', value_tier: 'NONE', rfm_recency: null });
    const now = new Date('2011-12-12T12:00:00Z');
    await anOrder(em, { customerId: newcomer, lineId, placedAt: now, amount: 10_000_000 });
    await refreshFacts(em, [newcomer], { now, zone: 'UTC' });
    expect(await factsRow(em, newcomer)).toMatchObject({
      rfm_recency: 5, rfm_frequency: 1, rfm_monetary: 5, rfm_segment: 'NEW', value_tier: 'A', rfm_input_last_on: '2011-12-12' });
  });
});

describe.skipIf(!onlineRetailIsThere)('Online Retail, the whole file (skipped without the test data)', () => {
  beforeAll(opened);
  afterAll(() => database.close());

  test('has the golden counts of segments and tiers', async () => {
    await load(readInvoices('online_retail_full.csv.gz'));
    await score(em, { ...moment, asOf });
    expect(await countBy('rfm_segment')).toEqual({
      CHAMPION: 577, LOYAL: 708, POTENTIAL_LOYALIST: 474, NEW: 63, PROMISING: 167, NEEDS_ATTENTION: 116, ABOUT_TO_SLEEP: 475,
      AT_RISK: 372, CANNOT_LOSE: 37, HIBERNATING: 1349 });
    expect(await countBy('value_tier')).toEqual({ A: 433, B: 868, C: 1301, D: 1736 });
  }, 60_000);
});

describe('a small company', () => {
  beforeAll(opened);
  afterAll(() => database.close());

  const buyers = async (count: number, values: Record<string, unknown> = {}) => {
    for (let index = 0; index < count; index += 1) {
      const customerId = await aCustomer(em);
      await anOrder(em, { customerId, lineId, placedAt: at('2011-06-01'), amount: 1000 + index, ...values });
    }
    await refreshAllFacts(em, moment);
  };

  test('is not scored under 25 buyers; with 25 it is, by margin once cost is known for 80 %', async () => {
    expect(await score(em, { ...moment, asOf })).toMatchObject({ population: 0, changed: 0 });
    await buyers(24, { company_cost: 900, company_costed: 1000 });
    expect(await score(em, { ...moment, asOf })).toMatchObject({ population: 24, changed: 0 });
    expect(await countBy('value_tier')).toEqual({ null: 24 });
    await buyers(1);
    expect(await score(em, { ...moment, asOf })).toMatchObject({ population: 25, basis: 'MARGIN', changed: 25 });
    expect(await countBy('value_tier')).toEqual({ A: 2, B: 5, C: 8, D: 10 });
    expect(await countBy('rfm_recency')).toEqual({ 1: 25 });
  });

  test('loses a score when the order leaves the window of the next run, and the merged do not count', async () => {
    const run = await score(em, { zone: 'UTC', now: at('2013-06-02'), asOf: '2013-06-01' });
    expect(run.population).toBe(0);
    expect(await countBy('rfm_segment')).toEqual({ null: 25 });
    const [first, second] = await rowsOf(em, sql<{ id: string }>`select id from customer order by id limit 2`);
    await rowsOf(em, sql`update customer set merged_into = ${first!.id}::uuid where id = ${second!.id}::uuid`);
    await refreshFacts(em, [second!.id], moment);
    expect(await score(em, { ...moment, asOf })).toMatchObject({ population: 24 });
  });
});
