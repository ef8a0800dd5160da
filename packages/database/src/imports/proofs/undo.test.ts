import { isRefused } from '@orbita/domain/refusal';
import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logActivity } from '#activities';
import { updateProduct } from '#catalog';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import { countCustomers, createCustomer } from '#customers';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { tick } from '#lifecycle';
import { mergeCustomers, unmergeCustomers } from '#merging';
import type { Writing } from '#requests';
import { fieldsIntoKept } from '../../migrations/036-fields-of-leads-and-contacts.ts';
import { dumpOf, ownFieldsOf, wholeCustomer, writer } from '../../merging/two-customers.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';
import { askUndo, runWaitingImports } from '../index.ts';
import { undoImport } from '../undo/index.ts';
import { makeCompany } from './imports.fixture.ts';
import { loadText, type Loaded } from './load-text.fixture.ts';

let database: Database;
let em: Em;
let writing: Writing;
let acme: string;
let viewer: Viewer;
const now = new Date();

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await makeCompany(em);
  viewer = { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' };
  await run(em, sql`insert into app_user (id, name, email, role) values (${viewer.userId}::uuid, 'Ada', 'ada@almendra.example', 'administrator')`);
  const [company] = await rowsOf(em, sql<Writing['company']>`select id, zone, currency, country from company`);
  writing = { viewer, now, company: company!, actor: { kind: 'USER', id: viewer.userId, channel: 'WEB' } };
  const write = writer(database, writing);
  await ownFieldsOf(write);
  await write((inner, as) => createCustomField(inner, { entity: 'LEAD', name: 'taste', type: 'TEXT', label: { en: 'Taste', es: 'Gusto' } }, as));
  acme = (await wholeCustomer(database, write, writing, 'Acme', { taxId: 'B58378431', phone: '+34 982 111 111' })).id;
  while ((await tick(em, { now: new Date(), zone: 'Europe/Madrid' })).customerIds.length > 0);
  // What people did before lies before any import.
  await new Promise((done) => { setTimeout(done, 20); });
}, 120_000);
afterAll(() => database.close());

const customers = {
  room: 'customers', system: 'erp', files: { rows: {} }, onExisting: 'update',
  customer: { externalId: 'id', name: 'name', kind: { constant: 'ORGANISATION' }, email: 'mail', language: 'lang', tags: 'tags', contactName: 'person', addressLine1: 'street', city: 'city', 'custom.colour': 'colour' },
};
const people = 'id,name,mail,lang,tags,person,street,city,colour\nAcme-77,Acme of old,,en,new,Leo Sol,Rúa Nova 1,Vigo,blue\nnew-1,Nova,hi@nova.example,es,,Ana Paz,,,green\n';
const orders = {
  room: 'orders', system: 'erp', files: { rows: {} },
  order: { number: 'no', customer: 'id', placedAt: 'on', currency: { constant: 'EUR' } }, line: { product: 'sku', quantity: 'n', unitPrice: 'price' },
  customer: { externalId: 'id', name: 'id' }, product: { code: 'sku', name: 'sku' },
};
const sold = 'no,id,on,sku,n,price\nP1,Acme-77,2026-01-05,WINE,2,10\nP2,other-1,2026-01-06,WINE,1,10\n';
const leads = { room: 'leads', system: 'erp', files: { rows: {} }, lead: { externalId: 'ref', message: 'text', capturedAt: 'on', 'custom.taste': 'taste' }, customer: { externalId: 'id', name: 'name' } };

const ask = async ({ jobId }: Loaded): Promise<void> => {
  const asked = await transact(em, (inner) => askUndo(inner, jobId, { ...writing, now: new Date() }));
  expect(isRefused(asked) && asked).toBe(false);
};
const undo = async (loaded: Loaded): Promise<Record<string, number>> => {
  await ask(loaded);
  return undoAsked(loaded);
};
const undoAsked = async ({ jobId }: Loaded): Promise<Record<string, number>> => {
  await runWaitingImports(database);
  const [job] = await rowsOf(em, sql<{ status: string; undone: Record<string, number> }>`select status, undone from import_job where id = ${jobId}::uuid`);
  expect(job?.status).toBe('UNDONE');
  return job!.undone;
};
const dump = () => dumpOf(em, [acme]);
const count = () => countCustomers(em, {}, viewer, new Date());
const productsOffered = async () => (await rowsOf(em, sql`select code from product where active order by 1`));

test('customers: whoever was there is row for row as before, whoever came is gone, and the file can be loaded again', async () => {
  const [before, were] = [await dump(), await count()];
  const loaded = await loadText(database, customers, people);
  expect(loaded.state.rows).toMatchObject({ created: 1, updated: 1 });
  expect(await dump()).not.toEqual(before);
  expect(await undo(loaded)).toEqual({ restored: 1, removed: 1, left: 0 });
  expect(await dump()).toEqual(before);
  expect(await count()).toBe(were);
  const again = await loadText(database, customers, people);
  expect(again.state.rows).toMatchObject({ created: 1, updated: 1, refused: 0 });
  await undo(again);
  expect(await dump()).toEqual(before);
});

const contacts = { room: 'contacts', system: 'erp', files: { rows: {} }, onExisting: 'update', contact: { organisationId: 'id', organisation: 'company', name: 'person', jobTitle: 'title', 'custom.seat': 'seat' } };

test('contacts with the fields that the company keeps of them', async () => {
  const [before, seats] = [await dump(), () => rowsOf(em, sql`select given_name as name, custom from contact where customer_id = ${acme}::uuid order by 1`)];
  const loaded = await loadText(database, contacts, 'id,company,person,title,seat\nAcme-77,Acme,Eva Acme,Boss,Window\nAcme-77,Acme,Leo Sol,,Door\n');
  expect(loaded.state.rows).toMatchObject({ updated: 2 });
  expect(await seats()).toEqual([{ name: 'Eva Acme', custom: { seat: 'Window' } }, { name: 'Leo', custom: { seat: 'Door' } }]);
  expect(await undo(loaded)).toEqual({ restored: 1, removed: 0, left: 0 });
  expect(await seats()).toEqual([{ name: 'Eva Acme', custom: { seat: 'Seat of Acme' } }]);
  expect(await dump()).toEqual(before);
});

test('orders with their products, cycles, facts and stages', async () => {
  const [before, were, offered] = [await dump(), await count(), await productsOffered()];
  const loaded = await loadText(database, orders, sold);
  expect(loaded.state.things).toMatchObject({ orders: { created: 2 }, products: { created: 1 }, customers: { created: 1 } });
  expect(await dump()).not.toEqual(before);
  expect(await undo(loaded)).toMatchObject({ restored: 1, left: 0 });
  expect(await dump()).toEqual(before);
  expect([await count(), await productsOffered()]).toEqual([were, offered]);
});

test('leads and the cycles that they opened', async () => {
  const before = await dump();
  const loaded = await loadText(database, leads, 'ref,text,on,id,name,taste\nL1,Wants wine,2026-02-01,Acme-77,Acme,Dry\n');
  expect((await dump())['lead']).toHaveLength(before['lead']!.length + 1);
  expect(await rowsOf(em, sql`select custom from lead where reference = 'erp:L1'`)).toEqual([{ custom: { taste: 'Dry' } }]);
  await undo(loaded);
  expect(await dump()).toEqual(before);
});

test('broken off in the middle it is gone on with, and nothing is undone twice', async () => {
  const before = await dump();
  const loaded = await loadText(database, customers, people);
  await transact(em, (inner) => askUndo(inner, loaded.jobId, { ...writing, now: new Date() }));
  await run(em, sql`update import_job set undone = '{"restored": 0, "removed": 0, "left": 0}' where id = ${loaded.jobId}::uuid`);
  const stop = new AbortController();
  await undoImport(database, loaded.jobId, { many: 1, signal: stop.signal, now: () => { stop.abort(); return new Date(); } });
  expect(await rowsOf(em, sql`select count(*)::int as left from import_touched where job_id = ${loaded.jobId}::uuid and not settled`)).toEqual([{ left: 1 }]);
  await runWaitingImports(database, { now: () => new Date(Date.now() + 600_000) });
  expect(await rowsOf(em, sql`select status, undone from import_job where id = ${loaded.jobId}::uuid`)).toEqual([{ status: 'UNDONE', undone: { restored: 1, removed: 1, left: 0 } }]);
  expect(await dump()).toEqual(before);
});

test('whoever somebody worked on since stays, and is counted; an import is not undone twice', async () => {
  const loaded = await loadText(database, customers, people);
  await transact(em, (inner) => logActivity(inner, { customerId: acme, kind: 'CALL', direction: 'INBOUND', subject: 'Since' }, { ...writing, now: new Date() }));
  expect(await undo(loaded)).toEqual({ restored: 0, removed: 1, left: 1 });
  expect(await rowsOf(em, sql`select name from customer where id = ${acme}::uuid`)).toEqual([{ name: 'Acme of old' }]);
  expect(await transact(em, (inner) => askUndo(inner, loaded.jobId, writing))).toMatchObject({ code: 'CONFLICT' });
});

test('whoever became one with another since stays as well, and can still be taken apart', async () => {
  const loaded = await loadText(database, customers, 'id,name,mail,lang,tags,person,street,city,colour\nAcme-77,Acme once more,,en,,,,,\nnew-2,Brava,hi@brava.example,es,,,,,\n');
  const write = writer(database, { ...writing, now: new Date() });
  const [brava] = await rowsOf(em, sql<{ id: string }>`select id from customer where name = 'Brava'`);
  const whole = await write((inner, as) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Costa' }, as));
  const versionOf = async (id: string) => (await rowsOf(em, sql<{ version: number }>`select version from customer where id = ${id}::uuid`))[0]!.version;
  const others = await Promise.all([brava!.id, acme].map(async (id) => ({ id, expectedVersion: await versionOf(id) })));
  const wholeVersion = await versionOf(whole);
  await write((inner, as) => mergeCustomers(inner, { survivorId: whole, expectedVersion: wholeVersion, others }, as));
  const keys = () => rowsOf(em, sql`select value from customer_identity where customer_id in (${acme}::uuid, ${brava!.id}::uuid) order by 1`);
  const held = await keys();
  expect(await undo(loaded)).toEqual({ restored: 0, removed: 0, left: 2 });
  expect(await keys()).toEqual(held);
  const expectedVersion = await versionOf(whole);
  await write((inner, as) => unmergeCustomers(inner, { id: whole, mergedIds: [acme, brava!.id], expectedVersion }, as));
  expect(await rowsOf(em, sql`select name, deleted_at from customer where id in (${acme}::uuid, ${brava!.id}::uuid) order by 1`))
    .toEqual([{ name: 'Acme once more', deleted_at: null }, { name: 'Brava', deleted_at: null }]);
});

test('of two who undo one import at once nothing is undone twice', async () => {
  const before = await dump();
  const loaded = await loadText(database, contacts, 'id,company,person,title,seat\nAcme-77,Acme,Ida Sol,Boss,Door\n');
  await ask(loaded);
  await run(em, sql`update import_job set undone = '{"restored": 0, "removed": 0, "left": 0}' where id = ${loaded.jobId}::uuid`);
  await Promise.all([1, 2].map(() => undoImport(database, loaded.jobId, { now: () => new Date() })));
  expect(await rowsOf(em, sql`select status, undone from import_job where id = ${loaded.jobId}::uuid`)).toEqual([{ status: 'UNDONE', undone: { restored: 1, removed: 0, left: 0 } }]);
  expect(await dump()).toEqual(before);
});

test('a product that somebody changed since, or another file, stays as he left it', async () => {
  const products = (rows: string) => loadText(database, {
    room: 'products', system: 'erp', files: { rows: {} }, onExisting: 'update', product: { code: 'sku', name: 'name', currency: { constant: 'EUR' }, listPrice: 'price' },
  }, `sku,name,price\n${rows}`);
  await products('MINE,Mine,1\nFILE,File,1\nLEFT,Left,1\n');
  const loaded = await products('MINE,Mine of it,2\nFILE,File of it,2\nLEFT,Left of it,2\nNEW,New,2\n');
  const product = async (code: string) => (await rowsOf(em, sql<{ id: string; version: number; name: string; active: boolean }>`select id, version, name, active from product where code = ${code}`))[0];
  const mine = (await product('MINE'))!;
  const done = await transact(em, (inner) => updateProduct(inner, { id: mine.id, expectedVersion: mine.version, name: 'Mine again' }, { ...writing, now: new Date() }));
  expect(isRefused(done) && done).toBe(false);
  await products('FILE,File again,3\n');
  expect(await undo(loaded)).toEqual({ restored: 1, removed: 1, left: 2 });
  expect(await Promise.all(['MINE', 'FILE', 'LEFT', 'NEW'].map(async (code) => (await product(code))?.name))).toEqual(['Mine again', 'File again', 'Left', undefined]);
});

// The embedded database has one connection: there nobody writes meanwhile.
test.skipIf(!process.env['TEST_DATABASE_URL'])('somebody who is changing a product while its import is undone is waited for, and keeps what he wrote', async () => {
  const loaded = await loadText(database, {
    room: 'products', system: 'erp', files: { rows: {} }, onExisting: 'update', product: { code: 'sku', name: 'name', currency: { constant: 'EUR' } },
  }, 'sku,name\nMINE,Mine by file\n');
  const [mine] = await rowsOf(em, sql<{ id: string; version: number }>`select id, version from product where code = 'MINE'`);
  await ask(loaded);
  let [letGo, written] = [() => {}, () => {}];
  const [held, there] = [new Promise<void>((done) => { letGo = done; }), new Promise<void>((done) => { written = done; })];
  const changing = transact(database.em.fork(), async (inner) => {
    const id = await updateProduct(inner, { id: mine!.id, expectedVersion: mine!.version, name: 'Mine by hand' }, { ...writing, now: new Date() });
    written();
    await held;
    return id;
  });
  await there;
  const undone = undoAsked(loaded);
  await new Promise((done) => { setTimeout(done, 300); });
  letGo();
  expect([await changing, await undone]).toEqual([mine!.id, { restored: 0, removed: 0, left: 1 }]);
  expect(await rowsOf(em, sql`select name from product where code = 'MINE'`)).toEqual([{ name: 'Mine by hand' }]);
});

test('what was kept before an upgrade that brought new columns is put back as well', async () => {
  const before = await dump();
  const loaded = await loadText(database, contacts, 'id,company,person,title,seat\nAcme-77,Acme,Leo Sol,Boss,Door\n');
  const fields = `'{custom,custom_compared}'::text[]`;
  for (const table of ['contact', 'lead']) {
    await run(em, sql`update import_touched set before = jsonb_set(before, ${`{${table}}`}::text[], (
      select coalesce(jsonb_agg(kept - ${sql.raw(fields)}), '[]') from jsonb_array_elements(before -> ${table}) kept)) where job_id = ${loaded.jobId}::uuid`);
  }
  await run(em, sql.raw(fieldsIntoKept));
  expect(await undo(loaded)).toEqual({ restored: 1, removed: 0, left: 0 });
  const emptied = (rows: readonly unknown[] = []) => rows.map((row) => ({ ...row as object, custom: {}, custom_compared: {} }));
  // What lists are sorted by goes with the values.
  const still = before['custom_order']!.filter((row) => [before['contact'], before['lead']].flat().every((one) => (one as { id: string }).id !== (row as { thing_id: string }).thing_id));
  const after = await dump();
  expect(after).toEqual({ ...before, contact: emptied(before['contact']), lead: emptied(before['lead']), custom_order: still });
  expect(after['contact']!.length * after['lead']!.length).toBeGreaterThan(0);
});
