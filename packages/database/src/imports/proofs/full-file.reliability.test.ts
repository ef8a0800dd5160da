import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { tick } from '#lifecycle';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, dataFolder, hasData, imported, makeCompany, shippedMapping } from './imports.fixture.ts';

const now = new Date('2011-12-10T09:00:00Z');
const path = join(dataFolder, 'online-retail/online_retail_full.csv.gz');

/** The definitions of the reference, over the file as it came: what the import must find, computed without it. */
const sales = `
  select customer, invoice, day, round(quantity * price, 2) as amount from raw
  where customer <> '' and quantity > 0 and price > 0 and invoice not like 'C%'`;

describe.skipIf(!hasData || !process.env['TEST_DATABASE_URL'])('Online Retail, all 541,909 lines', () => {
  let database: Database;
  let client: pg.Client;
  beforeAll(async () => {
    database = await openTestDatabase();
    await makeCompany(database.em.fork(), { currency: 'GBP', country: 'GB', zone: 'Europe/London' });
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('create temp table lines (invoice text, code text, description text, quantity int, at timestamp, price numeric, customer text, country text)');
    await pipeline(createReadStream(path), createGunzip(), client.query(copyFrom("copy lines from stdin with (format csv, header, null 'NA')")));
    await client.query("create temp table raw as select invoice, code, quantity, at::date as day, price, coalesce(customer, '') as customer from lines");
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  const load = () => imported(database, {
    mapping: shippedMapping('online-retail/orders.json'), files: { rows: path }, now: () => now,
  });
  const raw = async (query: string) => (await client.query(query)).rows as unknown[];

  test('every row is accounted for, and orders, revenue, returns agree to the cent', { timeout: 1_800_000 }, async () => {
    const began = performance.now();
    const { state } = await load();
    console.log(`541,909 lines in ${((performance.now() - began) / 1000).toFixed(0)} s`, state.rows, state.skipped);
    const { created, skipped, refused, unchanged, updated } = state.rows;
    expect(created + skipped + refused + unchanged + updated).toBe(541_909);
    const [expected] = await raw(`
      select count(*)::int as lines, count(distinct invoice)::int as orders, count(distinct customer)::int as customers, sum(amount)::text as revenue,
        (select count(*)::int from raw where customer <> '' and (invoice like 'C%' or quantity < 0)) as returns,
        (select sum(round(-quantity * price, 2))::text from raw where customer <> '' and (invoice like 'C%' or quantity < 0)) as returned,
        (select count(*)::int from raw where customer = '') as nobody
      from (${sales}) s`);
    const [found] = await rowsOf(database.em.fork(), sql`
      select (select count(*)::int from order_line) as lines, sum(orders_count)::int as orders, count(*) filter (where orders_count > 0)::int as customers,
        (sum(revenue_total) / 100)::numeric(20, 2)::text as revenue, (select count(*)::int from order_return) as returns,
        (select (sum(amount) / 100)::numeric(20, 2)::text from order_return) as returned,
        ${(state.skipped['NO_CUSTOMER'] ?? 0) + (state.skipped['ADJUSTMENT'] ?? 0)}::int as nobody
      from customer_facts`);
    console.log(expected);
    expect(found).toEqual(expected);
  });

  test('the inputs of RFM agree for every customer, and so do the golden segments', async () => {
    const ours = await rowsOf(database.em.fork(), sql`
      select split_part(i.value, ':', 2) as customer, f.rfm_input_orders as orders, f.rfm_input_amount::text as amount, f.rfm_input_last_on::text as last
      from customer_facts f join customer_identity i using (customer_id) where f.orders_count > 0 order by 1`);
    const theirs = await raw(`
      select customer, count(distinct invoice)::int as orders, (sum(amount) * 100)::bigint::text as amount, max(day)::text as last
      from (${sales}) s group by 1 order by 1`);
    expect(ours).toEqual(theirs);
    const segments = await rowsOf(database.em.fork(), sql<{ segment: string; n: number }>`
      select rfm_segment as segment, count(*)::int as n from customer_facts where orders_count > 0 group by 1`);
    expect(Object.fromEntries(segments.map(({ segment, n }) => [segment, n]))).toEqual({
      CHAMPION: 577, LOYAL: 708, POTENTIAL_LOYALIST: 474, NEW: 63, PROMISING: 167, NEEDS_ATTENTION: 116, ABOUT_TO_SLEEP: 475, AT_RISK: 372,
      CANNOT_LOSE: 37, HIBERNATING: 1349,
    });
  });

  test('loading again changes nothing', { timeout: 1_800_000 }, async () => {
    // Who is worth what was found out at the end of the load, and by the clock where that puts each.
    while ((await tick(database.em.fork(), { now, zone: 'Europe/London' })).customerIds.length > 0);
    const before = await checksum(database.em.fork());
    const { state } = await load();
    expect([state.rows.created, state.rows.updated, state.rows.refused]).toEqual([0, 0, 0]);
    expect(await checksum(database.em.fork())).toEqual(before);
  });
});
