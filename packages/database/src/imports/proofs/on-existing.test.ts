import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf, run } from '#connection';
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

const customers = {
  room: 'customers', system: 'crm', files: { rows: {} },
  customer: {
    externalId: 'id', name: 'name', kind: { constant: 'ORGANISATION' }, email: 'mail', phone: 'phone', taxId: 'nif', language: 'lang', tags: 'tags',
    customerSince: 'since', contactName: 'person', contactTitle: 'title', addressLine1: 'street', city: 'city', country: { constant: 'ES' },
  },
};
const head = 'id,name,mail,phone,nif,lang,tags,since,person,title,street,city\n';
const first = `${head}1,Bodegas Ría,a@ria.es,,,,vino,2021-05-01,Ana Paz,,,Vigo\n2,Otra,,,,,,,,,,\n`;
const later = `${head}1,Bodegas Ría SL,a@ria.es,612345678,A58818501,es,"vip,vino",2020-01-01,Ana Paz,Gerente,Rúa Nova 1,Vigo\n2,Otra,,,,,,,,,,\n`;

const load = (onExisting: string, rows: string, batchRows = 5000) => loadText(database, { ...customers, onExisting }, rows, undefined, { batchRows });
const query = (text: ReturnType<typeof sql>) => rowsOf(database.em.fork(), text);
const ria = () => query(sql`
  select c.name, c.tax_id as nif, c.language as lang, c.tags, c.version, (c.customer_since at time zone 'Europe/Madrid')::date::text as since, k.job_title as title,
    a.street, a.city, f.city as "cityOfFacts", f.has_phone as phone,
    (select count(*)::int from address p where p.customer_id = c.id) as addresses, (select string_agg(i.kind || ' ' || i.value, ', ' order by i.kind, i.value) from customer_identity i where i.customer_id = c.id) as keys
  from customer c join customer_facts f on f.customer_id = c.id left join contact k on k.customer_id = c.id
  left join address a on a.customer_id = c.id and a.is_current where c.name like 'Bodegas%'`);
// What follows from a change, the stages of a customer, is told elsewhere.
const eventsSince = (no: number) => query(sql`
  select e.type, e.origin, e.payload - 'importId' as payload, p.values as personal from timeline_event e join customer c on c.id = e.customer_id
  left join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no where c.name like 'Bodegas%' and e.no > ${no} and e.type <> 'stageChanged' order by e.no`);

test('fill writes what is empty, keeps what differs and tells of it; the same file again changes nothing', async () => {
  await load('fill', first);
  const { state, problems } = await load('fill', later);
  expect(state.rows).toEqual({ created: 0, updated: 1, unchanged: 1, skipped: 0, refused: 0 });
  expect([state.kept, problems]).toEqual([{ name: 1 }, [{ row: 2, column: 'name', code: 'KEPT' }]]);
  expect(await ria()).toEqual([{
    name: 'Bodegas Ría', nif: 'A58818501', lang: 'es', tags: ['vino', 'vip'], version: 2, since: '2020-01-01', title: 'Gerente', street: 'Rúa Nova 1', city: 'Vigo',
    cityOfFacts: 'Vigo', phone: true, addresses: 2, keys: 'EMAIL a@ria.es, EXTERNAL_ID crm:1, TAX_ID ES:A58818501',
  }]);
  expect(await eventsSince(1)).toEqual([
    {
      type: 'customerUpdated', origin: 'import', personal: { taxId: { before: null, after: 'A58818501' }, tags: { before: ['vino'], after: ['vino', 'vip'] } },
      payload: { changed: ['taxId', 'taxCountry', 'language', 'tags', 'customerSince'], values: expect.objectContaining({ language: { before: null, after: 'es' } }) },
    },
    { type: 'addressSet', origin: 'import', payload: expect.objectContaining({ kind: 'BILLING' }), personal: expect.objectContaining({ street: 'Rúa Nova 1', city: 'Vigo' }) },
    {
      type: 'contactUpdated', origin: 'import', payload: expect.objectContaining({ changed: ['jobTitle'] }),
      personal: { givenName: 'Ana', familyName: 'Paz', changes: { jobTitle: { before: null, after: 'Gerente' } } },
    },
    { type: 'contactPointAdded', origin: 'import', payload: expect.objectContaining({ kind: 'MOBILE' }), personal: { value: '612345678' } },
  ]);
  const before = await checksum(database.em.fork());
  expect((await load('fill', later)).state.rows).toEqual({ created: 0, updated: 0, unchanged: 2, skipped: 0, refused: 0 });
  expect(await checksum(database.em.fork())).toEqual(before);
});

test('update writes what the file says, gives a replaced tax number back, and changes nothing when loaded again', async () => {
  await load('fill', later);
  const moved = later.replace('Ría SL', 'Ría SA').replace('A58818501', 'B65410011').replace('Rúa Nova 1,Vigo', 'Calle Mayor 2,Lugo');
  const { state, problems } = await load('update', moved);
  expect([state.rows.updated, state.kept, problems]).toEqual([1, {}, []]);
  expect(await ria()).toMatchObject([{
    name: 'Bodegas Ría SA', nif: 'B65410011', version: 2, street: 'Calle Mayor 2', city: 'Lugo', cityOfFacts: 'Lugo', addresses: 2,
    keys: 'EMAIL a@ria.es, EXTERNAL_ID crm:1, TAX_ID ES:B65410011',
  }]);
  expect(await eventsSince(1)).toMatchObject([
    { type: 'customerUpdated', payload: { changed: ['name', 'taxId'], values: {} }, personal: { name: { before: 'Bodegas Ría SL', after: 'Bodegas Ría SA' } } },
    { type: 'addressSet' },
  ]);
  const before = await checksum(database.em.fork());
  expect((await load('update', moved)).state.rows).toMatchObject({ updated: 0, unchanged: 2 });
  expect(await checksum(database.em.fork())).toEqual(before);
});

test.each([[5000], [1]])('a customer whom a file names twice is decided by his first row, in batches of %i rows', async (batchRows) => {
  await load('fill', first);
  const twice = `${head}1,Bodegas Uno,,,,,,,,,,\n2,Otra,,,,,,,,,,\n1,Bodegas Dos,,,,es,,,,,,\n`;
  const { state, problems } = await load('update', twice, batchRows);
  expect([state.rows.updated, problems]).toEqual([2, [{ row: 4, column: 'name', code: 'KEPT' }]]);
  expect(await ria()).toMatchObject([{ name: 'Bodegas Uno', lang: 'es', version: 3 }]);
  const before = await checksum(database.em.fork());
  expect((await load('update', twice, batchRows)).state.rows).toMatchObject({ updated: 0, unchanged: 3 });
  expect(await checksum(database.em.fork())).toEqual(before);
  expect(await query(sql`select table_name from information_schema.tables where table_schema = 'orbita_import'`)).toEqual([]);
});

test('skip leaves what is there alone and tells of each row; one who was deleted here is not changed by any', async () => {
  await load('fill', first);
  const before = await checksum(database.em.fork());
  const { state, problems } = await load('skip', `${later}3,Nueva,,,,,,,,,,\n`);
  expect(state.rows).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 2, refused: 0 });
  expect([state.skipped, problems]).toEqual([{ IS_THERE: 2 }, [{ row: 2, column: '', code: 'IS_THERE' }, { row: 3, column: '', code: 'IS_THERE' }]]);
  expect((await checksum(database.em.fork()))['addresses']?.split(' ')[0]).toBe(String(Number(before['addresses']?.split(' ')[0]) + 1));
  await run(database.em.fork(), sql`update customer set deleted_at = now() where name = 'Otra'`);
  expect((await load('fill', later)).problems).toEqual([{ row: 2, column: 'name', code: 'KEPT' }, { row: 3, column: 'id', code: 'CONFLICT' }]);
});

test('products are filled or updated, with the event of the company; the same file again changes nothing', async () => {
  const products = { room: 'products', system: 'erp', files: { rows: {} }, product: { code: 'sku', name: 'name', category: 'group', listPrice: 'price', active: 'on' } };
  const rows = (text: string) => `sku,name,group,price,on\n${text}`;
  const now = () => query(sql`
    select p.code, p.name, g.name as group, p.list_price::int as price, p.active, p.version from product p left join product_category g on g.id = p.category_id order by 1`);
  const one = (onExisting: string, text: string) => loadText(database, { ...products, onExisting }, rows(text));
  await one('fill', 'A,,,,\nB,Botas,Calzado,10,yes\n');
  const filled = await one('fill', 'A,Abrigo,Ropa,20,\nB,Botines,Calzado,12,no\n');
  expect([filled.state.rows.updated, filled.state.kept]).toEqual([1, { name: 1, price: 1, on: 1 }]);
  const updated = await one('update', 'B,Botines,Ropa,12,no\nB,Otra cosa,,,\n');
  expect([updated.state.rows, updated.problems]).toEqual([{ created: 0, updated: 1, unchanged: 1, skipped: 0, refused: 0 }, [{ row: 3, column: 'name', code: 'KEPT' }]]);
  const ends = [
    { code: 'A', name: 'Abrigo', group: 'Ropa', price: 2000, active: true, version: 2 }, { code: 'B', name: 'Botines', group: 'Ropa', price: 1200, active: false, version: 2 },
  ];
  expect(await now()).toEqual(ends);
  expect((await one('update', 'B,Botines,Ropa,12,no\nB,Otra cosa,,,\n')).state.rows).toMatchObject({ updated: 0, unchanged: 2 });
  expect((await one('skip', 'B,X,,,\nC,Capa,,,\n')).state.rows).toMatchObject({ created: 1, skipped: 1 });
  expect((await now()).slice(0, 2)).toEqual(ends);
  const events = await query(sql`select e.type, e.payload -> 'changed' as changed from timeline_event e join company c on c.id = e.customer_id order by no`);
  expect(events).toEqual([
    { type: 'productUpdated', changed: ['name', 'categoryId', 'listPrice'] }, { type: 'productUpdated', changed: ['name', 'categoryId', 'active', 'listPrice'] },
  ]);
});

test('of one who was merged the file finds the one, with the people, points and address that either had', async () => {
  await load('fill', first);
  await query(sql`update customer set merged_into = (select id from customer where name = 'Otra') where name = 'Bodegas Ría'`);
  await query(sql`update address set is_current = false where city is null`);
  const { state } = await load('update', later);
  expect(state.rows).toMatchObject({ created: 0, refused: 0 });
  expect(await query(sql`
    select (select count(*)::int from contact) as contacts, (select max(job_title) from contact) as title,
      (select string_agg(normalised, ' ' order by normalised) from contact_point) as points,
      (select string_agg(city || coalesce(' ' || street, ''), ' ') from address where is_current) as address, (select count(*)::int from address) as addresses`))
    .toEqual([{ contacts: 1, title: 'Gerente', points: '+34612345678 a@ria.es', address: 'Vigo Rúa Nova 1', addresses: 3 }]);
});
