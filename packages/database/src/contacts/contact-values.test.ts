import type { Role, Viewer } from '@orbita/domain/access';
import type { CustomFieldInput, CustomValueInput } from '@orbita/domain/custom-fields';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Rule } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateCompany } from '#company';
import { type Em, newId, rowsOf, transact } from '#connection';
import { customFieldsOf } from '#custom-fields';
import { countCustomers, createCustomer } from '#customers';
import type { Database } from '#database';
import { archiveCustomField, createCustomField, restoreCustomField, updateCustomField } from '#field-definitions';
import { captureLead } from '#leads';
import type { Writing } from '#requests';
import { relationsOf } from '#rules';
import { createSegment, followEvents } from '#segments';
import { openTestDatabase } from '#testing';
import { timelineOf } from '#timeline';
import { addContact, updateContact } from './index.ts';

const now = new Date('2026-06-15T10:00:00Z');
const [userId, companyId] = [newId(), newId()];
const viewerOf = (role: Role): Viewer => ({ userId, role, teamId: null, partnerId: null, language: 'en' });
const admin = viewerOf('administrator');
const writingOf = (viewer: Viewer): Writing => ({
  viewer, now, actor: { kind: 'USER', id: userId, channel: 'WEB' }, company: { id: companyId, zone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
});
let database: Database;
let em: Em;
let house = '';

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await rowsOf(em, sql`insert into company (id, name, country, currency, zone, language, working_hours, updated_at) values (${companyId}::uuid, 'x', 'ES', 'EUR', 'Europe/Madrid', 'en', '{}', now())`);
  await rowsOf(em, sql`insert into business_line (id, name, is_default) values (${newId()}::uuid, 'x', true)`);
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${userId}::uuid, 'Ana', 'x@x.example', 'administrator')`);
  house = await done((inner) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Bodegas' }, writingOf(admin)));
});
afterAll(() => database.close());

const write = <Done>(verb: (em: Em) => Promise<Done | Refusal>) => transact(database.em.fork(), verb);
async function done(verb: (em: Em) => Promise<string | Refusal>): Promise<string> {
  const answer = await write(verb);
  if (isRefused(answer)) throw new Error(`${answer.code} ${answer.field}`);
  return answer as string;
}
const label = (en: string) => ({ en, es: en });
const field = (input: Omit<CustomFieldInput, 'entity'>) => done((inner) => createCustomField(inner, { entity: 'CONTACT', ...input }, writingOf(admin)));
const add = (givenName: string, custom?: CustomValueInput[], { viewer = admin, customerId = house } = {}) =>
  write((inner) => addContact(inner, { customerId, givenName, custom }, writingOf(viewer)));
interface ContactRow { id: string; version: number; custom: object; compared: object }
const contact = async (givenName: string) => (await rowsOf(em, sql<ContactRow>`
  select id, version, custom, custom_compared as compared from contact where given_name = ${givenName}`))[0]!;
const update = async (givenName: string, custom: CustomValueInput[], viewer = admin, seen?: number) => {
  const { id, version } = await contact(givenName);
  return write((inner) => updateContact(inner, { id, customerId: house, expectedVersion: seen ?? version, custom }, writingOf(viewer)));
};
const idOf = async (name: string) => (await customFieldsOf(em, 'CONTACT')).find((one) => one.name === name)!;
const some = (where: Rule): Rule => ({ some: 'contacts', where });
const found = (rule: Rule, viewer = admin) => countCustomers(em, { rule }, viewer, now);

test('values of every type are kept with a contact who is made and changed, as kept and as compared', async () => {
  await field({ type: 'CHOICE', label: label('Level'), options: ['Low', 'High'].map((en) => ({ label: label(en) })) });
  await field({ type: 'CHOICES', label: label('Wines'), options: ['Red', 'White'].map((en) => ({ label: label(en) })) });
  await field({ type: 'TEXT', label: label('Note') });
  await field({ type: 'NUMBER', label: label('Area'), decimals: 1 });
  await field({ type: 'MONEY', label: label('Limit') });
  await field({ type: 'DATE', label: label('Joined') });
  await field({ type: 'BOOLEAN', label: label('Vip') });
  await field({ type: 'USER', label: label('Buddy') });
  await field({ type: 'CUSTOMER', label: label('Before') });
  expect(await add('Eva', [
    { name: 'level', option: 'LOW' }, { name: 'wines', options: ['WHITE', 'RED'] }, { name: 'note', text: 'Ámbar' }, { name: 'area', number: '12.5' }, { name: 'limit', money: '10' },
    { name: 'joined', date: '2026-03-01' }, { name: 'vip', boolean: true }, { name: 'buddy', userId }, { name: 'before', customerId: house },
  ])).toBe(house);
  expect(await contact('Eva')).toMatchObject({
    custom: { level: 'LOW', wines: ['RED', 'WHITE'], note: 'Ámbar', area: 125, limit: 1000, joined: '2026-03-01', vip: true, buddy: userId, before: house },
    compared: { note: 'ambar', joined: Date.parse('2026-02-28T23:00:00Z') },
  });
  expect(await update('Eva', [{ name: 'level', option: 'HIGH' }, { name: 'vip', boolean: null }])).toBe(house);
  expect((await contact('Eva')).custom).toMatchObject({ level: 'HIGH', note: 'Ámbar' });
  expect(Object.keys((await contact('Eva')).custom)).not.toContain('vip');
});

test('what is wrong is refused by its path, and nothing is done; of two who change one version the second is told', async () => {
  const { version } = await contact('Eva');
  expect(await update('Eva', [{ name: 'level', option: 'TIN' }])).toMatchObject({ code: 'INVALID', field: 'custom.level' });
  expect(await update('Eva', [{ name: 'nothere', text: 'x' }])).toMatchObject({ code: 'NOT_FOUND', field: 'custom.nothere' });
  expect(await add('Nobody', [{ name: 'before', customerId: newId() }])).toMatchObject({ code: 'NOT_FOUND', field: 'custom.before' });
  expect(await contact('Nobody')).toBeUndefined();
  expect(await update('Eva', [{ name: 'area', number: '1' }], admin, version)).toBe(house);
  expect(await update('Eva', [{ name: 'area', number: '2' }], admin, version)).toMatchObject({ code: 'STALE_VERSION', details: { by: 'Ana' } });
});

test('a change is told by the names of the fields; what stood in them lies apart, and only for those who may read them', async () => {
  const told = async (viewer: Viewer) => {
    const [event] = (await timelineOf(em, house, { size: 20 }, viewer)).filter(({ type, payload }) => type === 'contactUpdated' && JSON.stringify(payload).includes('custom.'));
    return [event?.payload['changed'], event?.personal];
  };
  await update('Eva', [{ name: 'note', text: 'Canary' }, { name: 'limit', money: '20' }]);
  const personal = { givenName: 'Eva', changes: {}, 'custom.note': { before: 'Ámbar', after: 'Canary' }, 'custom.limit': { before: 1000, after: 2000 } };
  expect(await told(admin)).toEqual([['custom.note', 'custom.limit'], expect.objectContaining(personal)]);
  const [kept] = await rowsOf(em, sql<{ payload: unknown }>`select payload from timeline_event where customer_id = ${house}::uuid and type = 'contactUpdated' order by no desc limit 1`);
  expect(JSON.stringify(kept)).not.toContain('Canary');
  const limit = await idOf('limit');
  await write((inner) => updateCustomField(inner, { id: limit.id, expectedVersion: limit.version, readers: ['finance'] }, writingOf(admin)));
  const [changed, values] = await told(viewerOf('manager'));
  expect([changed, Object.keys(values ?? {})]).toEqual([['custom.note'], expect.not.arrayContaining(['custom.limit'])]);
});

test('a required field is asked of who adds a contact by hand and may read it, and nobody empties it', async () => {
  const id = await field({ type: 'TEXT', label: label('Code'), required: true, readers: ['manager'] });
  expect(await add('Without')).toMatchObject({ code: 'REQUIRED', field: 'custom.code' });
  expect(await add('By sales', [], { viewer: viewerOf('sales') })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await add('With', [{ name: 'code', text: 'x' }])).toBe(house);
  expect(await update('With', [{ name: 'code', text: null }])).toMatchObject({ code: 'REQUIRED', field: 'custom.code' });
  // Who stood there before it was asked for can be changed without it.
  expect(await update('Eva', [{ name: 'area', number: '7' }])).toBe(house);
  const captured = await write((inner) => captureLead(inner, { customerId: house, channel: 'CALL', message: 'Asks', givenName: 'Carla', familyName: 'Gil' } as never, writingOf(admin)));
  expect(isRefused(captured)).toBe(false);
  await write((inner) => archiveCustomField(inner, { id, expectedVersion: 1 }, writingOf(admin)));
});

test('rules look into them among his contacts, whoever may read them; put away they are unknown', async () => {
  await update('Eva', [{ name: 'level', option: 'HIGH' }, { name: 'note', text: 'Ámbar' }]);
  expect(await found(some({ fact: 'custom.level', is: 'in', values: ['HIGH'] }))).toBe(1);
  expect(await found(some({ fact: 'custom.note', is: 'contains', value: 'anar' }))).toBe(0);
  expect(await found(some({ fact: 'custom.note', is: 'startsWith', value: 'amb' }))).toBe(1);
  expect(await found(some({ fact: 'custom.wines', is: 'contains', value: 'RED' }))).toBe(1);
  expect(await found(some({ fact: 'custom.joined', is: 'daysSince', compare: 'ge', days: 100 }))).toBe(1);
  expect(await found({ none: 'contacts', where: { fact: 'custom.level', is: 'in', values: ['HIGH'] } })).toBe(0);
  // Of the customer himself nothing is said.
  expect(await found({ fact: 'custom.level', is: 'isSet' })).toBe(0);
  const rule = some({ fact: 'custom.limit', is: 'ge', value: 1 });
  expect([await found(rule), await found(rule, viewerOf('manager')), await found({ not: rule }, viewerOf('manager'))]).toEqual([1, 0, 0]);
  const contactsOf = async () => (await relationsOf(em, [house], ['contacts'])).get(house)?.contacts;
  const contacts = await contactsOf();
  expect(contacts?.find((row) => row['custom.level'] === 'HIGH')).toMatchObject({
    role: null, hasEmail: false, 'custom.note': 'ambar', 'custom.joined': Date.parse('2026-02-28T23:00:00Z'), 'custom.vip': null, 'custom.wines': ['RED', 'WHITE'],
  });
  const note = await idOf('note');
  await write((inner) => archiveCustomField(inner, { id: note.id, expectedVersion: note.version }, writingOf(admin)));
  const set = some({ fact: 'custom.note', is: 'isSet' });
  expect([await found(set), await found({ not: set })]).toEqual([0, 0]);
  expect(Object.keys((await contactsOf())![0]!)).not.toContain('custom.note');
  expect(await update('Eva', [{ name: 'note', text: 'x' }])).toMatchObject({ code: 'NOT_FOUND' });
  await write((inner) => restoreCustomField(inner, { id: note.id, expectedVersion: note.version + 1 }, writingOf(admin)));
  expect(await found(set)).toBe(1);
});

const reviewOf = async (id: string) => new Date((await rowsOf(em, sql<{ at: string }>`select next_review_at as at from customer_facts where customer_id = ${id}::uuid`))[0]!.at).toISOString();

test('a segment waits for the date of a contact, also where the company moves, and forgets whom it meant when the field is put away', async () => {
  const rule = some({ fact: 'custom.joined', is: 'reached' });
  const other = await done((inner) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Waiting' }, writingOf(admin)));
  await add('Sol', [{ name: 'joined', date: '2026-07-01' }], { customerId: other });
  const segment = await done((inner) => createSegment(inner, { name: 'Joined', shared: true, rule } as never, writingOf(admin)));
  const members = async (type: string, payload: object) => {
    await write((inner) => followEvents(inner, [{ type, customerId: companyId, payload } as never], now) as Promise<never>);
    return (await rowsOf(em, sql<{ id: string }>`select customer_id as id from segment_member where segment_id = ${segment}::uuid and left_at is null`)).map(({ id }) => id);
  };
  expect(await members('segmentCreated', { id: segment })).toEqual([house]);
  expect(await reviewOf(other)).toBe('2026-06-30T22:00:00.000Z');
  await add('Paz', [{ name: 'joined', date: '2026-06-20' }], { customerId: other });
  expect(await reviewOf(other)).toBe('2026-06-19T22:00:00.000Z');
  const joined = await idOf('joined');
  await write((inner) => archiveCustomField(inner, { id: joined.id, expectedVersion: joined.version }, writingOf(admin)));
  expect(await members('customFieldArchived', { name: 'joined' })).toEqual([]);
  await write((inner) => restoreCustomField(inner, { id: joined.id, expectedVersion: joined.version + 1 }, writingOf(admin)));
  expect(await members('customFieldRestored', { name: 'joined' })).toEqual([house]);
  const [company] = await rowsOf(em, sql<{ version: number }>`select version from company`);
  await write((inner) => updateCompany(inner, { expectedVersion: company!.version, zone: 'Asia/Tokyo', workingHours: {}, holidays: [] } as never, writingOf(admin)));
  expect((await contact('Paz')).compared).toEqual({ joined: Date.parse('2026-06-19T15:00:00Z') });
  expect(await reviewOf(other)).toBe('2026-06-19T15:00:00.000Z');
});
