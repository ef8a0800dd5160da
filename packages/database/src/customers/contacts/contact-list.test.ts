import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf, run, StrangeCursor } from '#connection';
import { addContact, addContactPoint, removeContact, updateContact } from '#contacts';
import { countContacts, createCustomer, deleteCustomer, listContacts } from '#customers';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { mergeCustomers } from '#merging';
import { wordsOfContacts } from '../../migrations/037-contact-list.ts';
import { eraseContact } from '#privacy';
import { writer } from '../../merging/two-customers.fixture.ts';
import { makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { countStatements, openTestDatabase } from '../../testing/index.ts';
import { type ContactFilter, type ContactPage, contactOrders } from './contact-list.queries.ts';

const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
const admin = writing.viewer;
const as = (viewer: Partial<Viewer>): Viewer => ({ ...admin, userId: newId(), ...viewer });
let database: Database;
const ids: Record<string, string> = {};

const write = <Done extends string>(verb: Parameters<ReturnType<typeof writer>>[0], at?: Date) => writer(database, writing)(verb, at) as Promise<Done>;
const contactOf = async (given: string) => (await rowsOf(database.em.fork(), sql<{ id: string; customerId: string; version: number }>`
  select id, customer_id as "customerId", version from contact where given_name = ${given}`))[0]!;
const versionOf = async (id: string) => (await rowsOf(database.em.fork(), sql<{ version: number }>`select version from customer where id = ${id}::uuid`))[0]!.version;

let minute = 0;
async function add(customer: string, givenName: string, familyName: string, email?: string, seat?: string): Promise<void> {
  minute += 1;
  const custom = seat ? [{ name: 'seat', text: seat }] : [];
  await write((em, by) => addContact(em, { customerId: ids[customer]!, givenName, familyName, role: 'DECIDES', custom }, by), new Date(writing.now.getTime() + minute * 60_000));
  const { id } = await contactOf(givenName);
  if (email) await write((em, by) => addContactPoint(em, { customerId: ids[customer]!, contactId: id, kind: 'EMAIL', value: email }, by));
}

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
  ids['partner'] = newId();
  await run(database.em.fork(), sql`insert into partner (id, name) values (${ids['partner']}::uuid, 'Socios')`);
  await write((em, by) => createCustomField(em, { entity: 'CONTACT', name: 'seat', type: 'TEXT', label: { en: 'Seat', es: 'Sitio' }, readers: ['manager'] }, by));
  for (const name of ['Zumos Vega', 'Bodegas Ríos', 'Bodegas Ríos SL', 'Gone']) {
    ids[name] = await write((em, by) => createCustomer(em, { kind: 'ORGANISATION', name, ownerId: name === 'Zumos Vega' ? admin.userId : null, evenIfDuplicate: true }, by));
  }
  ids['Partnered'] = await writer(database, { ...writing, viewer: as({ role: 'partner', partnerId: ids['partner'], userId: admin.userId }) })((em, by) => createCustomer(em, { kind: 'ORGANISATION', name: 'Partnered' }, by));
  await add('Zumos Vega', 'Íñigo', 'Paz', 'inigo.paz@vega.example', 'Canary window');
  await add('Zumos Vega', 'Berta', 'Gonzalez');
  await add('Bodegas Ríos', 'Carla', 'Mora', 'carla@rios.example');
  await add('Bodegas Ríos SL', 'Aída', 'Mora');
  await add('Bodegas Ríos', 'Removed', 'Person');
  await add('Bodegas Ríos', 'Erased', 'Person');
  await add('Gone', 'Ghost', 'Person');
  await add('Partnered', 'Dora', 'Luz');
  const { id: mobile } = await contactOf('Berta');
  await write((em, by) => addContactPoint(em, { customerId: ids['Zumos Vega']!, contactId: mobile, kind: 'MOBILE', value: '612 34 56 78' }, by));
  const { id: carla } = await contactOf('Carla');
  for (const value of ['+34 600 111 222', '+1 212 555 0100', '+351 21 123 4567']) {
    await write((em, by) => addContactPoint(em, { customerId: ids['Bodegas Ríos']!, contactId: carla, kind: 'PHONE', value }, by));
  }
  const { id: removed } = await contactOf('Removed');
  await write((em, by) => removeContact(em, ids['Bodegas Ríos']!, removed, by));
  const { id: erased } = await contactOf('Erased');
  await write((em, by) => eraseContact(em, { customerId: ids['Bodegas Ríos']!, contactId: erased, reason: 'REQUEST' }, by));
  await write((em, by) => deleteCustomer(em, ids['Gone']!, by));
  const [mine, his] = [await versionOf(ids['Bodegas Ríos']!), await versionOf(ids['Bodegas Ríos SL']!)];
  await write(async (em, by) => {
    const merged = await mergeCustomers(em, { survivorId: ids['Bodegas Ríos']!, expectedVersion: mine, others: [{ id: ids['Bodegas Ríos SL']!, expectedVersion: his }] }, by);
    return typeof merged === 'object' && 'code' in merged ? merged : 'merged';
  });
  const berta = await contactOf('Berta');
  await write((em, by) => updateContact(em, { id: berta.id, customerId: berta.customerId, expectedVersion: berta.version, jobTitle: 'Buyer' }, by), new Date('2026-07-01T00:00:00Z'));
});
afterAll(() => database.close());

type Asked = Partial<ContactPage['order'] & Omit<ContactPage, 'order'>>;
const list = (filter: ContactFilter = {}, { by = 'name', descending = false, ...page }: Asked = {}, viewer = admin, select: readonly string[] = []) =>
  listContacts(database.em.fork(), filter, { size: 50, order: { by, descending }, ...page }, new Set(select), viewer, writing.now);
const names = async (...asked: Parameters<typeof list>) => (await list(...asked)).map(({ givenName }) => givenName);
const count = (filter: ContactFilter = {}, viewer = admin) => countContacts(database.em.fork(), filter, viewer, writing.now);

test('each order is right, and the removed, the erased and those of deleted customers are in none', async () => {
  expect(await names()).toEqual(['Aída', 'Berta', 'Carla', 'Dora', 'Íñigo']);
  expect(await names({}, { descending: true })).toEqual(['Íñigo', 'Dora', 'Carla', 'Berta', 'Aída']);
  expect((await list({}, { by: 'customer' })).map(({ customerName }) => customerName)).toEqual(['Bodegas Ríos SL', 'Bodegas Ríos SL', 'Partnered', 'Zumos Vega', 'Zumos Vega']);
  expect(await names({}, { by: 'createdAt' })).toEqual(['Íñigo', 'Berta', 'Carla', 'Aída', 'Dora']);
  expect((await names({}, { by: 'updatedAt', descending: true }))[0]).toBe('Berta');
  expect(await count()).toBe(5);
});

test.each(contactOrders.flatMap((by) => [[by, false], [by, true]] as const))('page by page is the whole, by %s, descending: %s, forwards and backwards', async (by, descending) => {
  const whole = await names({}, { by, descending });
  for (const backwards of [false, true]) {
    const found: string[] = [];
    let after: ContactPage['after'];
    for (;;) {
      const rows = await list({}, { by, descending, size: 2, after, backwards });
      found.push(...rows.slice(0, 2).map(({ givenName }) => givenName));
      const last = rows[1];
      if (rows.length < 3 || !last) break;
      after = [last.sortValue, last.id];
    }
    expect(backwards ? found.reverse() : found).toEqual(whole);
  }
  if (by === 'createdAt') await expect(async () => list({}, { by, after: ['yesterday', newId()] })).rejects.toThrow(StrangeCursor);
});

test('a contact of one who was merged is shown under him into whom he was merged', async () => {
  const rows = await list({ customerId: ids['Bodegas Ríos']! }, {}, admin, ['contactPoints', 'owner']);
  expect(rows.map(({ givenName, customerId, customerName }) => [givenName, customerId, customerName])).toEqual([
    ['Aída', ids['Bodegas Ríos'], 'Bodegas Ríos SL'], ['Carla', ids['Bodegas Ríos'], 'Bodegas Ríos SL'],
  ]);
  expect(rows[1]!.contactPoints).toMatchObject([{ kind: 'EMAIL', value: 'carla@rios.example' }, { kind: 'MOBILE' }, { kind: 'PHONE' }, { kind: 'PHONE' }]);
  expect(await count({ customerId: ids['Bodegas Ríos']! })).toBe(2);
});

test('a search finds by name, customer, e-mail and telephone, each word in one of them, and corrects spelling: not the colleague whose word it is', async () => {
  const found = (search: string) => names({ search });
  expect(await found('inigo')).toEqual(['Íñigo']);
  expect(await found('Mora')).toEqual(['Aída', 'Carla']);
  expect(await found('bodegas')).toEqual(['Aída', 'Carla']);
  expect(await found('aida rios')).toEqual(['Aída']);
  expect(await found('inigo.paz@vega')).toEqual(['Íñigo']);
  expect(await found('612345678')).toEqual(['Berta']);
  expect(await found('+34 612 345 678')).toEqual(['Berta']);
  for (const number of ['600111222', '212 555 0100', '351211234567']) expect([number, await found(number)]).toEqual([number, ['Carla']]);
  expect(await found('gonzalex')).toEqual(['Berta']);
  for (const nobody of ['a'.repeat(3000), '1 '.repeat(3000), 'canary', 'removed', 'ghost', 'erased', '!!', 'inigo rios']) expect([nobody, await found(nobody), await count({ search: nobody })]).toEqual([nobody, [], 0]);
  expect(await count({ search: 'bodegas' })).toBe(2);
  expect(await count({ search: '  ' })).toBe(5);
});

test('contacts who were there before the list are found by the same words', async () => {
  const words = (from: ReturnType<typeof sql>) => rowsOf(database.em.fork(), sql`
    select k.given_name, w.words::text from (${from}) w join contact k on k.id = w.contact_id where k.deleted_at is null order by 1`);
  const now = await words(sql`select * from contact_search`);
  expect(now).toHaveLength(6);
  expect(await words(sql.raw(wordsOfContacts))).toEqual(now);
});

test('a rule asks of the contact and of his customer', async () => {
  const hasEmail = { fact: 'contacts.hasEmail', is: 'eq', value: true } as const;
  expect(await names({ rule: hasEmail })).toEqual(['Carla', 'Íñigo']);
  expect(await count({ rule: hasEmail })).toBe(2);
  const hers = { and: [{ fact: 'contacts.role', is: 'contains', value: 'decides' }, { fact: 'ownerId', is: 'in', values: [admin.userId] }] } as const;
  expect(await names({ rule: hers })).toEqual(['Berta', 'Dora', 'Íñigo']);
  expect(await count({ rule: hers })).toBe(3);
});

test('everybody sees the contacts of his customers alone, and nobody those whom he may not reach', async () => {
  const seen = async (viewer: Viewer) => [await names({}, {}, viewer), await names({ search: 'a' }, {}, viewer), await count({}, viewer)];
  expect(await seen(as({ role: 'partner', partnerId: ids['partner'] }))).toEqual([['Dora'], [], 1]);
  expect(await seen(as({ role: 'partner', partnerId: newId() }))).toEqual([[], [], 0]);
  expect((await seen(as({ role: 'sales', userId: admin.userId })))[0]).toEqual(['Berta', 'Dora', 'Íñigo']);
  expect(await count({}, as({ role: 'service' }))).toBe(5);
  for (const role of ['analyst', 'warehouse'] as const) expect(await seen(as({ role }))).toEqual([[], [], 0]);
});

test('a field that is not for the viewer is neither shown nor asked of', async () => {
  const rule = { fact: 'contacts.custom.seat', is: 'contains', value: 'window' } as const;
  const told = async (viewer: Viewer) => [JSON.stringify(await list({}, {}, viewer, ['customValues'])).includes('Canary'), await names({ rule }, {}, viewer), await count({ rule }, viewer)];
  expect(await told(as({ role: 'manager' }))).toEqual([true, ['Íñigo'], 1]);
  expect(await told(as({ role: 'service' }))).toEqual([false, [], 0]);
  expect(await names({ rule: { not: rule } }, {}, as({ role: 'service' }))).toEqual([]);
});

test('a page with everything that it shows is one statement', async () => {
  const statements: string[] = [];
  countStatements(database, statements);
  await list({ search: 'bodegas', rule: { fact: 'contacts.hasEmail', is: 'eq', value: true } }, {}, admin, ['contactPoints', 'customValues', 'owner']);
  expect(statements).toHaveLength(1);
});
