import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, dataFolder, hasData, imported, makeCompany, shippedMapping } from './imports.fixture.ts';
import { csvObjects } from './csv-objects.fixture.ts';

const folder = join(dataFolder, 'northwind');
const parts = ['northwind/customers.json', 'northwind/products.json', 'northwind/orders.json'];

describe.skipIf(!hasData)('Northwind', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await makeCompany(database.em.fork(), { currency: 'USD', country: 'US', zone: 'America/New_York' });
  });
  afterAll(() => database.close());

  const load = async () => {
    const done = [];
    for (const part of parts) done.push((await imported(database, { mapping: shippedMapping(part), folder })).state);
    return done;
  };

  test('loads whole: customers with their contacts, products, orders with every line to the cent', async () => {
    const [customers, products, orders] = await load();
    expect(customers?.rows).toEqual({ created: 91, updated: 0, unchanged: 0, skipped: 0, refused: 0 });
    expect(products?.rows).toEqual({ created: 77, updated: 0, unchanged: 0, skipped: 0, refused: 0 });
    expect(orders?.rows).toEqual({ created: 830 + 2155, updated: 0, unchanged: 0, skipped: 0, refused: 0 });
    expect(orders?.things).toMatchObject({ orders: { created: 830 }, lines: { created: 2155 } });
    expect(orders?.things).not.toHaveProperty('customers');
    const em = database.em.fork();
    const details = csvObjects(join(folder, 'order_details.csv'));
    const cents = details.reduce((sum, { UnitPrice = '', Quantity = '', Discount = '' }) =>
      sum + Math.round(Number((Number(UnitPrice) * Number(Quantity) * (1 - Number(Discount)) * 100).toFixed(6))), 0);
    const [sums] = await rowsOf(em, sql`
      select (select sum(amount)::float8 from order_line) as lines, (select sum(amount)::float8 from sales_order) as orders,
        (select sum(company_amount)::float8 from sales_order) as company, (select sum(revenue_total)::float8 from customer_facts) as facts,
        (select count(*)::int from sales_order where tracked and delivered_at is null) as open,
        (select count(*)::int from customer_facts where orders_count > 0) as buyers,
        (select count(*)::int from contact where is_primary) as contacts,
        (select count(distinct country)::int from customer_facts) as countries,
        (select count(*)::int from timeline_event where type = 'orderPlaced' and origin = 'import') as placed`);
    expect(sums).toEqual({ lines: cents, orders: cents, company: cents, facts: cents, open: 21, buyers: 89, contacts: 91, countries: 21, placed: 830 });
    const [gross] = await rowsOf(em, sql`
      select sum(quantity * unit_price)::text as gross, sum(round(quantity * unit_price * (100 - discount_percent)))::float8 as net from order_line`);
    expect(gross).toEqual({ gross: expect.stringMatching(/^1354458\.590*$/), net: cents });
  });

  test('loading again changes nothing', async () => {
    const em = database.em.fork();
    const before = await checksum(em);
    const [customers, products, orders] = await load();
    expect(customers?.rows).toEqual({ created: 0, updated: 0, unchanged: 91, skipped: 0, refused: 0 });
    expect(products?.rows).toEqual({ created: 0, updated: 0, unchanged: 77, skipped: 0, refused: 0 });
    expect(orders?.rows).toEqual({ created: 0, updated: 0, unchanged: 830 + 2155, skipped: 0, refused: 0 });
    expect(await checksum(em)).toEqual(before);
  });
});
