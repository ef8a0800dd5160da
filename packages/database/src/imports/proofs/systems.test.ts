import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
});
afterEach(() => database.close());

const ofSystem = (system: string) => ({
  room: 'orders', system, files: { rows: {} },
  order: { number: 'no', customer: 'client', placedAt: 'at', currency: { constant: 'EUR' } },
  line: { description: 'what', quantity: 'n', unitPrice: 'price' },
  customer: { externalId: 'client', name: 'name', kind: { constant: 'ORGANISATION' }, email: 'mail' },
  returns: [{ column: 'n', below: '0' }],
});
const head = 'no,client,at,what,n,price,name,mail\n';

test('two systems with the same customer codes and order numbers load side by side, also for one and the same customer', async () => {
  const shop = `${head}100,1,2024-01-01,silla,1,10,Ana SL,a@ana.es\n101,2,2024-01-02,mesa,2,20,Solo Tienda,\nR1,1,2024-01-03,silla,-1,10,Ana SL,a@ana.es\n`;
  const erp = `${head}100,1,2024-02-01,horno,1,99,Otro SL,\n101,7,2024-02-02,nevera,1,500,Ana S.L.,a@ana.es\n100,7,2024-02-03,copa,3,1,Ana S.L.,a@ana.es\nR1,7,2024-02-04,copa,-2,1,Ana S.L.,a@ana.es\n`;
  expect((await loadText(database, ofSystem('shop'), shop)).state.rows).toMatchObject({ created: 3, refused: 0 });
  expect((await loadText(database, ofSystem('erp'), erp)).state.rows).toMatchObject({ created: 4, unchanged: 0, refused: 0 });
  expect(await rowsOf(database.em.fork(), sql`
    select c.name, o.system, o.number, o.amount::int as amount from sales_order o join customer c on c.id = o.customer_id order by 1, 2, 3`)).toEqual([
    { name: 'Ana SL', system: 'erp', number: '100', amount: 300 }, { name: 'Ana SL', system: 'erp', number: '101', amount: 50000 },
    { name: 'Ana SL', system: 'shop', number: '100', amount: 1000 }, { name: 'Otro SL', system: 'erp', number: '100', amount: 9900 },
    { name: 'Solo Tienda', system: 'shop', number: '101', amount: 4000 },
  ]);
  expect(await rowsOf(database.em.fork(), sql`select system, reference, sum(amount)::int as amount from order_return group by 1, 2 order by 1`)).toEqual([
    { system: 'erp', reference: 'R1', amount: 200 }, { system: 'shop', reference: 'R1', amount: 1000 },
  ]);
  expect(await rowsOf(database.em.fork(), sql`select value from customer_identity where kind = 'EXTERNAL_ID' order by 1`)).toEqual(
    ['erp:1', 'erp:7', 'shop:1', 'shop:2'].map((value) => ({ value })));
  const before = await checksum(database.em.fork());
  for (const [system, rows] of [['shop', shop], ['erp', erp]] as const) {
    expect((await loadText(database, ofSystem(system), rows)).state.rows).toMatchObject({ created: 0, updated: 0, refused: 0 });
  }
  expect(await checksum(database.em.fork())).toEqual(before);
});

test('a row with more cells than columns, or with characters that are no text, is refused rather than read askew', async () => {
  const products = { room: 'products', system: 'erp', files: { rows: {} }, product: { code: 'sku', name: 'name' } };
  const { state, problems } = await loadText(database, products, 'sku,name\nA,Silla, roja\nB,Mesa,,\nC,Ban\0co\n');
  expect(state.rows).toMatchObject({ created: 1, refused: 2 });
  expect(problems).toEqual([{ row: 2, column: '', code: 'INVALID_FORMAT' }, { row: 4, column: '', code: 'INVALID_FORMAT' }]);
  const { state: orders } = await loadText(database, ofSystem('erp'), `${head}1,1,2024-01-01,si\0lla,1,10,Ana,\n1,1,2024-01-01,mesa,1,10,Ana,\n`);
  expect(orders.rows).toMatchObject({ created: 0, refused: 2 });
  await expect(loadText(database, products, 'sku,name\nA,"Silla\nB,Mesa\n')).rejects.toThrow(/quote that begins in rows\.csv never ends/);
});
