import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProduct } from '#catalog';
import { rowsOf, run, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { CostReturned046 } from '../../migrations/046-cost-returned.ts';
import { loadText } from '../../imports/proofs/load-text.fixture.ts';
import { done, makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';
import { placeOrder, returnGoods } from '../index.ts';

const writing = writingAs('administrator');
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const write = (effect: Parameters<typeof transact>[1]) => done(transact(database.em.fork(), effect) as Promise<string>);
const margins = (id: string) => rows<object>(sql`
  select revenue_total::int as revenue, margin_total::int as margin, margin12m::int as year from customer_facts where customer_id = ${id}::uuid`);

test('what came back takes its own cost off the margin, also of orders from before that was kept', async () => {
  for (const [code, cost] of [['WINE', '60'], ['OIL', '10']] as const) await write((em) => createProduct(em, { code, name: code, currency: 'EUR', listPrice: '100', cost }, writing));
  const productId = async (code: string) => (await rows<{ id: string }>(sql`select id from product where code = ${code}`))[0]!.id;
  const id = await write((em) => createCustomer(em, { kind: 'ORGANISATION', name: 'By hand' }, writing));
  const [wine, oil] = [await productId('WINE'), await productId('OIL')];
  const orderId = await write((em) => placeOrder(em, {
    customerId: id, number: 'P1', lines: [{ productId: wine, quantity: '10', unitPrice: '100' }, { productId: oil, quantity: '10', unitPrice: '100' }],
  }, writing));
  expect(await margins(id)).toEqual([{ revenue: 200_000, margin: 130_000, year: 130_000 }]);
  const lineId = (await rows<{ id: string }>(sql`select id from order_line where order_id = ${orderId}::uuid and product_id = ${wine}::uuid`))[0]!.id;
  const back = (expectedVersion: number, quantity: string) => write((em) => returnGoods(em, { id: orderId, expectedVersion, lines: [{ lineId, quantity }] }, writing));
  await back(1, '5');
  expect(await margins(id)).toEqual([{ revenue: 150_000, margin: 110_000, year: 110_000 }]);
  await back(2, '5');
  expect(await margins(id)).toEqual([{ revenue: 100_000, margin: 90_000, year: 90_000 }]);
  const kept = await rows(sql`select company_cost_returned::int as cost from sales_order where id = ${orderId}::uuid`);
  expect(kept).toEqual([{ cost: 60_000 }]);
  // An order from before this was kept comes to the same.
  await run(database.em.fork(), sql`update sales_order set company_cost_returned = null`);
  const migration = new CostReturned046(database.em.getDriver(), database.em.config);
  migration.up();
  for (const query of migration.getQueries().slice(1)) await run(database.em.fork(), sql.raw(query as string));
  expect(await rows(sql`select company_cost_returned::int as cost from sales_order where id = ${orderId}::uuid`)).toEqual(kept);
});

test('of a file as by hand', async () => {
  const mapping = {
    room: 'orders', system: 'erp', files: { rows: {} }, returns: [{ column: 'n', below: '0' }],
    order: { number: 'no', customer: 'id', placedAt: 'on', currency: { constant: 'EUR' } }, line: { product: 'sku', quantity: 'n', unitPrice: 'price', returnOf: 'of' },
    customer: { externalId: 'id', name: 'id' }, product: { code: 'sku', name: 'sku' },
  };
  await loadText(database, mapping, 'no,id,on,sku,n,price,of\nF1,f,2026-01-05,WINE,10,100,\nF1,f,2026-01-05,OIL,10,100,\n');
  await run(database.em.fork(), sql`
    update order_line l set company_cost = p.cost * l.quantity from product p where p.id = l.product_id and l.company_cost is null`);
  await run(database.em.fork(), sql`update sales_order set company_cost = 70000, company_costed = company_amount where number = 'F1'`);
  await loadText(database, mapping, 'no,id,on,sku,n,price,of\nR1,f,2026-01-09,WINE,-5,100,F1\n');
  expect(await rows(sql`select company_returned::int as returned, company_cost_returned::int as cost from sales_order where number = 'F1'`)).toEqual([{ returned: 50_000, cost: 30_000 }]);
});
