import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import { addContact } from '#contacts';
import { createCustomer, deleteCustomer } from '#customers';
import type { Database } from '#database';
import { mergeCustomers, unmergeCustomers } from '#merging';
import type { Writing } from '#requests';
import { writer } from '../../merging/two-customers.fixture.ts';
import { askUndo, previewImport, runWaitingImports } from '../index.ts';
import { openCompany } from './by-verbs.fixture.ts';
import { mappingOf } from './imports.fixture.ts';
import { loadText, type Loaded, source } from './load-text.fixture.ts';

let database: Database;
let writing: Writing;
let write: ReturnType<typeof writer>;
beforeEach(async () => {
  database = await openCompany();
  const [company] = await rowsOf(database.em.fork(), sql<Writing['company']>`select id, zone, currency, country from company`);
  const viewer = { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' } as const;
  await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${viewer.userId}::uuid, 'Ada', 'ada@almendra.example', 'administrator')`);
  writing = { viewer, now: new Date(), company: company!, actor: { kind: 'USER', id: viewer.userId, channel: 'WEB' } };
  write = writer(database, writing);
});
afterEach(() => database.close());

const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const load = (mapping: unknown, text: string): Promise<Loaded> => loadText(database, mapping, text);
const customer = (name: string, externalId: string, more = {}) =>
  write((em, as) => createCustomer(em, { kind: 'ORGANISATION', name, externalIds: [{ system: 'erp', id: externalId }], ...more }, as));
const merge = async (survivorId: string, other: string) => write(async (em, as) => mergeCustomers(em, {
  survivorId, expectedVersion: await version(em, survivorId), others: [{ id: other, expectedVersion: await version(em, other) }],
}, as));
const version = async (em: Em, id: string) => (await rowsOf<{ version: number }>(em, sql`select version from customer where id = ${id}::uuid`))[0]!.version;
const undo = async ({ jobId }: Loaded) => {
  expect(isRefused(await transact(database.em.fork(), (em) => askUndo(em, jobId, { ...writing, now: new Date() })))).toBe(false);
  await runWaitingImports(database);
  return (await rows<{ status: string; undone: object }>(sql`select status, undone from import_job where id = ${jobId}::uuid`))[0];
};

const orders = {
  room: 'orders', system: 'erp', files: { rows: {} }, returns: [{ column: 'n', below: '0' }],
  order: { number: 'no', customer: 'id', placedAt: 'on', currency: { constant: 'EUR' } }, line: { product: 'sku', quantity: 'n', unitPrice: 'price', returnOf: 'of' },
  customer: { externalId: 'id', name: 'id' }, product: { code: 'sku', name: 'sku' },
};
const deals = {
  room: 'opportunities', system: 'erp', files: { rows: {} },
  opportunity: { externalId: 'ref', title: 'title', amount: 'amount', currency: { constant: 'EUR' }, status: 'status', openedAt: 'on', closedAt: 'closed', lead: 'lead', order: 'order' },
  customer: { externalId: 'id', name: 'id' }, stages: {},
};
const heading = 'no,id,on,sku,n,price,of\n';
const dealHeading = 'ref,id,title,amount,status,on,closed,lead,order\n';

test('what came back of an order of somebody merged since stays with that order', async () => {
  const [kept, gone] = [await customer('Kept', 'k'), await customer('Gone', 'g')];
  await load(orders, `${heading}P1,g,2026-01-05,W,2,10,\n`);
  await merge(kept, gone);
  const { state, problems } = await load(orders, `${heading}R1,g,2026-01-09,W,-1,10,P1\nP1,g,2026-01-05,W,2,10,\nP1,g,2026-01-05,W,-1,10,\n`);
  expect([state.rows.refused, problems]).toEqual([0, []]);
  expect(await rows(sql`
    select o.company_returned::int as returned, o.returned_whole as whole, count(r.*)::int as returns, bool_and(r.customer_id = ${gone}::uuid) as his
    from sales_order o join order_return r on r.order_id = o.id group by o.id, o.customer_id`)).toEqual([{ returned: 2000, whole: true, returns: 2, his: true }]);
  expect(await rows(sql`select revenue_total::int as revenue from customer_facts where customer_id = ${kept}::uuid`)).toEqual([{ revenue: 0 }]);
});

test('an opportunity of a lead whose customer was merged since is loaded, without the contact who is of the other', async () => {
  const [kept, gone] = [await customer('Kept', 'k'), await customer('Gone', 'g')];
  await write((em, as) => addContact(em, { customerId: gone, givenName: 'Ana' }, as));
  await load({
    room: 'leads', system: 'erp', files: { rows: {} }, lead: { externalId: 'ref', message: 'text', capturedAt: 'on' }, customer: { externalId: 'id', name: 'id' },
  }, 'ref,id,text,on\nL1,g,Hello,2026-01-04\n');
  await run(database.em.fork(), sql`update lead set contact_id = (select id from contact)`);
  await merge(kept, gone);
  const file = `${dealHeading}D1,g,Press,100,,2026-01-05,,L1,\n`;
  const preview = await previewImport(database, { mapping: mappingOf(deals), source: source('rows.csv', file), startedBy: writing.viewer.userId, now: new Date() });
  // That he is called otherwise by now is told.
  const told = [{ row: 2, column: 'id', code: 'KEPT' }];
  expect(preview).toMatchObject({ problems: told, state: { rows: { created: 1 } } });
  const { state, problems } = await load(deals, file);
  expect([state.rows.created, problems]).toEqual([1, told]);
  expect(await rows(sql`select customer_id = ${kept}::uuid as his, contact_id, lead_id is not null as lead from opportunity`)).toEqual([{ his: true, contact_id: null, lead: true }]);
});

test('orders of somebody who was deleted here are refused and told, as leads of his are', async () => {
  const id = await customer('Gone', 'g');
  await write((em, as) => deleteCustomer(em, id, as));
  const { state, problems } = await load(orders, `${heading}P1,g,2026-01-05,W,2,10,\n`);
  expect([state.rows, problems]).toMatchObject([{ created: 0, refused: 1 }, [{ row: 2, column: 'id', code: 'CONFLICT' }]]);
  expect(await rows(sql`select from sales_order`)).toEqual([]);
});

test('an order is won once: a second opportunity that names it is refused, in one file and in a later one', async () => {
  await load(orders, `${heading}77,g,2026-01-05,W,1,1000,\n`);
  const won = (ref: string, order: string) => `${ref},g,Press,600,WON,2026-01-02,2026-01-05,,${order}\n`;
  const first = await load(deals, `${dealHeading}${won('D1', '77')}${won('D2', '77')}${won('D3', '78')}${won('D4', '78')}`);
  expect(first.problems).toEqual([{ row: 3, column: 'order', code: 'CONFLICT' }, { row: 5, column: 'order', code: 'CONFLICT' }]);
  expect((await load(deals, `${dealHeading}${won('D5', '77')}`)).problems).toEqual([{ row: 2, column: 'order', code: 'CONFLICT' }]);
  expect(await rows(sql`select sum(company_amount)::int as won from opportunity where status = 'WON'`)).toEqual(await rows(sql`select sum(company_amount)::int as won from sales_order`));
});

test('undone, who recommended the buyer has heard of nothing, and loaded again he hears of it once', async () => {
  const [referrer, buyer] = [await customer('Referrer', 'r'), await customer('Buyer', 'b')];
  await load(orders, `${heading}P0,r,2026-01-01,W,1,10,\n`);
  await run(database.em.fork(), sql`update customer set referred_by = ${referrer}::uuid where id = ${buyer}::uuid`);
  const heard = () => rows<{ referrals: number; won: number }>(sql`
    select y.referrals, f.referrals_won as won from cycle y join customer_facts f on f.customer_id = y.customer_id where y.customer_id = ${referrer}::uuid`);
  await new Promise((done) => { setTimeout(done, 20); });
  const file = `${heading}P1,b,2026-01-05,W,2,10,\n`;
  const loaded = await load(orders, file);
  expect(await heard()).toEqual([{ referrals: 1, won: 1 }]);
  expect(await undo(loaded)).toMatchObject({ status: 'UNDONE', undone: { left: 0 } });
  expect(await heard()).toEqual([{ referrals: 0, won: 0 }]);
  await load(orders, file);
  expect(await heard()).toEqual([{ referrals: 1, won: 1 }]);
});

test('whose key somebody else took since is left as he is, and the undoing ends', async () => {
  const [first, second] = [await customer('First', 'f', { taxId: 'B58378431' }), await customer('Second', 's', { language: 'es' })];
  await new Promise((done) => { setTimeout(done, 20); });
  const loaded = await load({
    room: 'customers', system: 'erp', files: { rows: {} }, onExisting: 'update', customer: { externalId: 'id', name: 'name', taxId: 'tax', language: 'lang' },
  }, 'id,name,tax,lang\nf,First,A28015865,en\ns,Second,,en\n');
  await customer('Third', 't', { taxId: 'B58378431' });
  expect(await undo(loaded)).toMatchObject({ status: 'UNDONE', undone: { restored: 1, left: 1 } });
  expect(await rows(sql`select id, tax_id, language from customer where id = any(${[first, second]}::uuid[]) order by name`)).toMatchObject([
    { id: first, tax_id: expect.stringContaining('A28015865'), language: 'en' }, { id: second, language: 'es' }]);
});

test('undone, or taken apart, nobody is put back into a team that is gone', async () => {
  const team = newId();
  await run(database.em.fork(), sql`insert into team (id, name) values (${team}::uuid, 'Norte')`);
  const [first, kept, gone] = [await customer('First', 'f', { teamId: team }), await customer('Kept', 'k'), await customer('Gone', 'g', { teamId: team })];
  await new Promise((done) => { setTimeout(done, 20); });
  const loaded = await load({
    room: 'customers', system: 'erp', files: { rows: {} }, onExisting: 'update', customer: { externalId: 'id', name: 'name', language: 'lang' },
  }, 'id,name,lang\nf,First,en\n');
  await merge(kept, gone);
  await run(database.em.fork(), sql`update customer set team_id = null`);
  await run(database.em.fork(), sql`delete from team`);
  expect(await undo(loaded)).toMatchObject({ status: 'UNDONE', undone: { restored: 1, left: 0 } });
  await write(async (em, as) => unmergeCustomers(em, { id: kept, expectedVersion: await version(em, kept), mergedIds: [gone] }, as));
  expect(await rows(sql`select count(*)::int as alive from customer where id = any(${[first, kept, gone]}::uuid[]) and team_id is null and merged_into is null`)).toEqual([{ alive: 3 }]);
});

test('one file loaded by two at once, under two names, brings each thing once', async () => {
  const file = `${dealHeading}${Array.from({ length: 30 }, (_, at) => `D${at},c${at},Press,100,WON,2026-01-05,2026-01-06,,\n`).join('')}`;
  await load({ room: 'customers', system: 'erp', files: { rows: {} }, customer: { externalId: 'id', name: 'id' } }, `id\n${Array.from({ length: 30 }, (_, at) => `c${at}\n`).join('')}`);
  const both = await Promise.all([load(deals, file), load({ ...deals, opportunity: { ...deals.opportunity, source: { constant: 'FAIR' } } }, file)]);
  expect(both.map(({ state }) => state.rows.created).toSorted()).toEqual([0, 30]);
  expect(await rows(sql`select count(*)::int as deals, (select count(*)::int from sales_order) as orders from opportunity`)).toEqual([{ deals: 30, orders: 30 }]);
});
