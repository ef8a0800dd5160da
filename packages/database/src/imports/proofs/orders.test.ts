import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf, run } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
});
afterEach(() => database.close());

const load = (mapping: unknown, rows: string | Buffer, lines?: string) => loadText(database, mapping, rows, lines);

const mapping = {
  room: 'orders', system: 'shop', files: { rows: { separator: ';', decimal: ',', dates: 'DMY', encoding: 'utf-8' } },
  order: { number: 'Pedido', customer: 'Cliente', placedAt: 'Fecha', currency: 'Moneda' },
  line: { product: 'Ref', description: 'Artículo', quantity: 'Uds', unitPrice: 'Precio', returnOf: 'De' },
  customer: { externalId: 'Cliente', name: { template: 'Cliente {Cliente}' }, kind: { constant: 'ORGANISATION' } },
  product: { name: 'Artículo' },
  returns: [{ column: 'Uds', below: '0' }],
};
const heading = 'Pedido;Cliente;Fecha;Moneda;Ref;Artículo;Uds;Precio;De\n';
const orders = () => rowsOf(database.em.fork(), sql`
  select number, amount::int as amount, company_amount::int as company, company_returned::int as returned, returned_whole as whole,
    (select count(*)::int from order_line l where l.order_id = o.id) as lines from sales_order o order by number`);

test('one row that cannot be read refuses its whole order, and nothing of any other', async () => {
  const { state, problems } = await load(mapping, `${heading}A;1;01/02/2024;EUR;r1;Uno;2;1.000,50;\nB;1;02/02/2024;EUR;r1;Uno;dos;1,5;\nA;1;01/02/2024;EUR;r2;Dos;1;0,005;\nB;1;02/02/2024;EUR;r2;Dos;1;3;\n`);
  expect(state.rows).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 0, refused: 2 });
  expect(problems).toEqual([{ row: 3, column: 'Uds', code: 'INVALID_FORMAT' }, { row: 5, column: '', code: 'CONFLICT' }]);
  expect(await orders()).toEqual([{ number: 'A', amount: 200101, company: 200101, returned: 0, whole: false, lines: 2 }]);
});

test('a return that names its order reduces it, one in the same document too, and one that names none reduces none', async () => {
  const rows = `${heading}A;1;01/02/2024;EUR;r1;Uno;2;10;\nA;1;01/02/2024;EUR;r2;Dos;1;5;\nR1;1;03/02/2024;EUR;r1;Uno;-1;10;A\nR2;1;04/02/2024;EUR;r2;Dos;-1;5;\nB;1;05/02/2024;EUR;r1;Uno;1;7;\nB;1;05/02/2024;EUR;r1;Uno;-1;7;\nR3;1;06/02/2024;EUR;r1;Uno;-1;7;Z\n`;
  const { state, problems } = await load(mapping, rows);
  expect(problems).toEqual([{ row: 8, column: 'De', code: 'NOT_FOUND' }]);
  expect(state.things['returns']?.created).toBe(3);
  expect(await orders()).toEqual([
    { number: 'A', amount: 2500, company: 2500, returned: 1000, whole: false, lines: 2 },
    { number: 'B', amount: 700, company: 700, returned: 700, whole: true, lines: 1 },
  ]);
  const [facts] = await rowsOf(database.em.fork(), sql`select orders_count as orders, revenue_total::int as revenue from customer_facts`);
  expect(facts).toEqual({ orders: 1, revenue: 1500 });
  expect((await load(mapping, rows)).state.rows).toEqual({ created: 0, updated: 0, unchanged: 6, skipped: 0, refused: 1 });
});

test('an order that is there with other lines is left as it is and told', async () => {
  await load(mapping, `${heading}A;1;01/02/2024;EUR;r1;Uno;2;10;\n`);
  const { state, problems } = await load(mapping, `${heading}A;1;01/02/2024;EUR;r1;Uno;3;10;\n`);
  expect(state.rows).toMatchObject({ created: 0, unchanged: 0, refused: 1 });
  expect(problems).toEqual([{ row: 2, column: 'Pedido', code: 'CONFLICT' }]);
  expect(await orders()).toMatchObject([{ amount: 2000, lines: 1 }]);
});

test('what a file worked out without end is kept in four digits, of which the amount is; a code for a price is refused with its row', async () => {
  const priced = { ...mapping, line: { ...mapping.line, listPrice: 'Tarifa', discountPercent: 'Dto' } };
  const { state, problems } = await load(priced, `${heading.trim()};Tarifa;Dto\nA;1;01/02/2024;EUR;r1;Uno;1;100000;;;33,33335\nB;1;01/02/2024;EUR;r1;Uno;1;10;;8412345678905;\n`);
  expect([state.rows.created, problems]).toEqual([1, [{ row: 3, column: 'Tarifa', code: 'OUT_OF_RANGE' }]]);
  expect(await rowsOf(database.em.fork(), sql`select amount::int as amount, round(quantity * unit_price * (100 - discount_percent))::int as worked, discount_percent::text as discount from order_line`))
    .toEqual([{ amount: 6_666_660, worked: 6_666_660, discount: '33.3334' }]);
});

test('another currency needs a rate: of the company on that day, or of the mapping', async () => {
  const rows = `${heading}A;1;01/02/2024;USD;r1;Uno;1;10,55;\n`;
  const first = await load(mapping, rows);
  expect(first.problems).toEqual([{ row: 2, column: 'Moneda', code: 'INVALID' }]);
  await run(database.em.fork(), sql`insert into exchange_rate values ('USD', '2024-01-31', 0.9)`);
  await load(mapping, rows);
  expect(await orders()).toMatchObject([{ amount: 1055, company: 950 }]);
  await load({ ...mapping, rate: '0.5' }, `${heading}B;1;01/02/2020;USD;r1;Uno;1;10,55;\n`);
  expect((await orders())[1]).toMatchObject({ number: 'B', company: 528 });
});

test('two files are joined: lines without an order, orders without lines and those of a left-out order are accounted for', async () => {
  const two = {
    ...mapping, customer: { ...mapping.customer, name: { template: 'Cliente {Cliente}' } }, product: undefined,
    files: { rows: {}, lines: {} }, order: { number: 'id', customer: 'Cliente', placedAt: 'at', currency: { constant: 'EUR' }, deliveredAt: 'sent' },
    line: { order: 'id', description: 'what', quantity: 'n', unitPrice: 'price' }, returns: [],
    skip: [{ reason: 'NO_CUSTOMER', file: 'rows', when: { column: 'Cliente', empty: true } }],
  };
  const head = 'id,Cliente,at,sent\n';
  const lines = 'id,what,n,price\n9,x,1,1\n1,x,2,3\n3,x,1,1\n1,y,1,1\n4,z,0,1\n';
  const { state, problems } = await load(two, `${head}1,a,2024-01-01,\n2,a,2024-01-02,2024-01-03\n3,,2024-01-01,\n1,b,2024-01-01,\n4,a,2024-01-01,\n`, lines);
  expect(state.rows).toEqual({ created: 3, updated: 0, unchanged: 0, skipped: 2, refused: 5 });
  expect(problems).toEqual([
    { row: 2, column: 'lines.csv: id', code: 'NOT_FOUND' },
    { row: 3, column: 'rows.csv: ', code: 'REQUIRED' },
    { row: 4, column: 'lines.csv: ', code: 'NO_CUSTOMER' },
    { row: 4, column: 'rows.csv: ', code: 'NO_CUSTOMER' },
    { row: 5, column: 'rows.csv: id', code: 'ALREADY_EXISTS' },
    { row: 6, column: 'lines.csv: n', code: 'OUT_OF_RANGE' },
    { row: 6, column: 'rows.csv: ', code: 'CONFLICT' },
  ]);
  const again = await load(two, `${head}1,a,2024-01-01,2024-01-09\n`, 'id,what,n,price\n1,x,2,3\n1,y,1,1\n');
  expect(again.state.rows).toEqual({ created: 0, updated: 1, unchanged: 2, skipped: 0, refused: 0 });
  const events = await rowsOf(database.em.fork(), sql`select type, occurred_at::date::text as on from timeline_event
    where type not like 'cycle%' and type <> 'stageChanged' order by no`);
  expect(events.map((event) => Object.values(event as object).join(' '))).toEqual(['customerCreated 2023-12-31', 'orderPlaced 2023-12-31', 'orderDelivered 2024-01-08']);
});

test('customers: found by any exact key, once each, two known ones in a row refused, UTF-16 read', async () => {
  const customers = {
    room: 'customers', system: 'crm', files: { rows: { encoding: 'utf-16', separator: '\t' } },
    customer: { externalId: 'id', name: 'name', kind: { constant: 'ORGANISATION' }, email: 'mail', country: { constant: 'Spain' } },
  };
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const rows = 'id\tname\tmail\n1\tCañones\ta@b.es\n2\tOtros\tc@d.es\n3\tCAÑONES\tA@B.es\n1\tOtros\tc@d.es\n4\t\tx@y.es\n';
  const { state, problems } = await load(customers, utf16(rows));
  expect(state.rows).toEqual({ created: 2, updated: 1, unchanged: 0, skipped: 0, refused: 2 });
  expect(problems).toEqual([{ row: 4, column: 'name', code: 'KEPT' }, { row: 5, column: 'id', code: 'CONFLICT' }, { row: 6, column: 'name', code: 'REQUIRED' }]);
  const found = await rowsOf(database.em.fork(), sql`
    select f.name, f.country, (select count(*)::int from customer_identity i where i.customer_id = f.customer_id) as keys from customer_facts f order by 1`);
  expect(found).toEqual([{ name: 'canones', country: 'ES', keys: 3 }, { name: 'otros', country: 'ES', keys: 2 }]);
  expect((await load(customers, utf16(rows))).state.rows).toEqual({ created: 0, updated: 0, unchanged: 3, skipped: 0, refused: 2 });
  await expect(load({ ...customers, files: { rows: { separator: '\t' } } }, Buffer.from('id\tname\tmail\n1\tCa\xf1a\t\n', 'latin1'))).rejects.toThrow(/not utf-8.*windows-1252/);
});
