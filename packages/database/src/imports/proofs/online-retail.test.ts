import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { tick } from '#lifecycle';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, dataFolder, hasData, imported, makeCompany, shippedMapping } from './imports.fixture.ts';

const folder = join(dataFolder, 'online-retail');
const now = () => new Date('2011-12-10T09:00:00Z');

interface Reference {
  readonly sales: { sales_lines: number; customers: number; orders: number; revenue: number; stock_codes: number };
  readonly raw: { cancellation_rows: number; customers: number; rows: number; nonpositive_price_rows: number };
  readonly cancellations: { invoices: number; customers: number; value: number };
  readonly country: { country: string; customers: number; orders: number; revenue: number }[];
  readonly customer_examples: { customer_id: number; orders: number; revenue: number; first_date: string; last_date: string }[];
}

describe.skipIf(!hasData)('Online Retail, the slice', () => {
  const reference = (): Reference => JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as Reference;
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await makeCompany(database.em.fork(), { currency: 'GBP', country: 'GB', zone: 'Europe/London' });
  });
  afterAll(() => database.close());

  const load = () => imported(database, {
    mapping: shippedMapping('online-retail/orders.json'), files: { rows: join(folder, 'online_retail_es_pt_fr_it.csv') }, now,
  });

  test('loads whole, and every row is accounted for', { timeout: 120_000 }, async () => {
    const { state } = await load();
    const { sales, raw } = reference();
    expect(state.rows).toEqual({ created: sales.sales_lines + raw.cancellation_rows, updated: 0, unchanged: 0, skipped: 2, refused: 0 });
    expect(state.skipped).toEqual({ NO_PRICE: raw.nonpositive_price_rows });
    expect(state.rows.created + state.rows.skipped).toBe(raw.rows);
    expect(state.things['customers']?.created).toBe(raw.customers);
    expect(state.things['orders']?.created).toBe(sales.orders);
    expect(state.things['lines']?.created).toBe(sales.sales_lines);
    expect(state.things['returns']?.created).toBe(raw.cancellation_rows);
    expect(state.unmapped).toEqual([]);
  });

  test('orders, revenue, returns and countries agree with the reference to the cent', async () => {
    const em = database.em.fork();
    const { sales, cancellations, country } = reference();
    const [sums] = await rowsOf(em, sql`
      select count(*)::int as customers, sum(orders_count)::int as orders, (sum(revenue_total) / 100)::float8 as revenue
      from customer_facts where orders_count > 0`);
    expect(sums).toEqual({ customers: sales.customers, orders: sales.orders, revenue: sales.revenue });
    const [back] = await rowsOf(em, sql`
      select count(distinct reference)::int as invoices, count(distinct customer_id)::int as customers, (-sum(amount) / 100)::float8 as value,
        count(order_id)::int as named from order_return`);
    expect(back).toEqual({ ...cancellations, named: 0 });
    const byCountry = await rowsOf(em, sql`
      select country, count(*)::int as customers, sum(orders_count)::int as orders, (sum(revenue_total) / 100)::float8 as revenue
      from customer_facts where orders_count > 0 group by 1 order by 3 desc`);
    const codes: Record<string, string> = { France: 'FR', Spain: 'ES', Portugal: 'PT', Italy: 'IT' };
    expect(byCountry).toEqual(country.map((one) => ({ ...one, country: codes[one.country] })));
  });

  test('the inputs of RFM are those of the reference, customer by customer, and so are the golden segments', async () => {
    const em = database.em.fork();
    const rows = await rowsOf(em, sql<{ id: string }>`
      select split_part(i.value, ':', 2)::int as customer_id, f.rfm_input_orders as orders, (f.rfm_input_amount / 100.0)::float8 as revenue,
        (f.first_order_at at time zone 'Europe/London')::date::text as first_date, f.rfm_input_last_on::text as last_date
      from customer_facts f join customer_identity i on i.customer_id = f.customer_id and i.kind = 'EXTERNAL_ID'`);
    for (const { customer_id, orders, revenue, first_date, last_date } of reference().customer_examples) {
      expect(rows).toContainEqual({ customer_id, orders, revenue, first_date, last_date });
    }
    const segments = await rowsOf(em, sql<{ segment: string; customers: number }>`
      select rfm_segment as segment, count(*)::int as customers from customer_facts where orders_count > 0 group by 1`);
    expect(Object.fromEntries(segments.map((one) => [one.segment, one.customers]))).toEqual({
      CHAMPION: 23, LOYAL: 24, POTENTIAL_LOYALIST: 14, NEW: 2, PROMISING: 6, NEEDS_ATTENTION: 4, ABOUT_TO_SLEEP: 17, AT_RISK: 10,
      CANNOT_LOSE: 1, HIBERNATING: 49,
    });
  });

  test('loading again changes nothing', { timeout: 120_000 }, async () => {
    const em = database.em.fork();
    // Who is worth what was found out at the end of the load, and by the clock where that puts each.
    while ((await tick(em, { now: now(), zone: 'Europe/London' })).customerIds.length > 0);
    const before = await checksum(em);
    const { state } = await load();
    const { sales, raw } = reference();
    expect(state.rows).toEqual({ created: 0, updated: 0, unchanged: sales.sales_lines + raw.cancellation_rows, skipped: 2, refused: 0 });
    expect(await checksum(em)).toEqual(before);
  });
});
