import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logActivity } from '#activities';
import { rowsOf, transact } from '#connection';
import { addContact, addContactPoint, removeContactPoint, updateContact } from '#contacts';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { captureLead } from '#leads';
import { openOpportunity } from '#opportunities';
import { searchCustomers } from '#search';
import { createSegment } from '#segments';
import { writer } from '../merging/two-customers.fixture.ts';
import { makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { everything } from './everything.fixture.ts';
import { eraseContact } from './index.ts';
import { canary, numbers, tellsOf } from './whole-person.fixture.ts';

// In fields of the organisation, of a lead, of an opportunity and of a colleague he is only named.
const named = `Ask ${canary('Eva')} ${canary('Paz')} first`;
const hint = [{ name: 'hint', text: named }];
const writing = { ...writingAs('manager'), now: new Date('2026-06-15T10:00:00Z') };
let database: Database;
let house: string;
let eva: string;

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
  const write = writer(database, writing);
  await writer(database, writingAs('administrator'))((em, as) => createCustomField(em, { entity: 'CONTACT', name: 'seat', type: 'TEXT', label: { en: 'Seat', es: 'Sitio' } }, as));
  await writer(database, writingAs('administrator'))((em, as) => createCustomField(em, { entity: 'CONTACT', name: 'buddy', type: 'USER', label: { en: 'Buddy', es: 'Compañero' } }, as));
  await writer(database, writingAs('administrator'))((em, as) => createCustomField(em, { entity: 'CONTACT', name: 'joined', type: 'DATE', label: { en: 'Joined', es: 'Llegó' } }, as));
  await writer(database, writingAs('administrator'))((em, as) => createCustomField(em, {
    entity: 'CONTACT', name: 'season', type: 'CHOICE', label: { en: 'Season', es: 'Temporada' }, options: [{ label: { en: 'Season 2025 2026', es: 'Temporada 2025 2026' } }],
  }, as));
  for (const entity of ['CUSTOMER', 'LEAD', 'OPPORTUNITY'] as const) {
    await writer(database, writingAs('administrator'))((em, as) => createCustomField(em, { entity, name: 'hint', type: 'TEXT', label: { en: 'Hint', es: 'Pista' } }, as));
  }
  house = await write((em, as) => createCustomer(em, { kind: 'ORGANISATION', name: 'Bodegas Ríos', contactPoints: [{ kind: 'EMAIL', value: 'info@rios.example' }], custom: hint }, as));
  await write((em, as) => addContact(em, { customerId: house, givenName: canary('Eva'), familyName: canary('Paz'), jobTitle: canary('job'), custom: [{ name: 'seat', text: canary('seat') }, { name: 'joined', date: '2026-06-01' }, { name: 'season', option: 'SEASON_2025_2026' }] }, as));
  await write((em, as) => addContact(em, { customerId: house, givenName: 'Ana', familyName: 'Otero', custom: [{ name: 'seat', text: named }] }, as));
  eva = (await rowsOf(database.em.fork(), sql<{ id: string }>`select id from contact where given_name = ${canary('Eva')}`))[0]!.id;
  await write((em, as) => updateContact(em, { id: eva, customerId: house, expectedVersion: 1, jobTitle: canary('newjob'), custom: [{ name: 'seat', text: `${canary('newseat')}@home.example` }, { name: 'buddy', userId: writing.viewer.userId }] }, as));
  for (const value of [numbers.oldPhone, numbers.phone]) await write((em, as) => addContactPoint(em, { customerId: house, contactId: eva, kind: 'MOBILE', value }, as));
  const [{ id: old } = { id: '' }] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from contact_point where normalised = ${numbers.oldPhone}`);
  await write((em, as) => removeContactPoint(em, house, old, as));
  await write((em, as) => addContactPoint(em, { customerId: house, contactId: eva, kind: 'EMAIL', value: `${canary('eva')}@rios.example` }, as));
  await write((em, as) => logActivity(em, { customerId: house, kind: 'CALL', direction: 'INBOUND', subject: canary('said'), body: canary('more'), contactId: eva }, as));
  // Where he is only named.
  await write((em, as) => logActivity(em, { customerId: house, kind: 'NOTE', subject: 'Prices', body: `Write to ${canary('Eva')} ${canary('Paz')}, ${canary('eva')}@rios.example or ${canary('newseat')}@home.example, about prices` }, as));
  // Whom a field of his points at is no trace of him.
  await write((em, as) => createSegment(em, { name: 'Mine', shared: true, rule: { fact: 'ownerId', is: 'in', values: [writing.viewer.userId] } } as never, as));
  // Nor is a day on which something was, or what many can choose.
  await write((em, as) => logActivity(em, { customerId: house, kind: 'NOTE', subject: 'Fair of 2026-06-01', body: 'Much wine' }, as));
  await write((em, as) => createSegment(em, { name: 'Since', shared: true, rule: { fact: 'name', is: 'contains', value: '2026-06-01' } } as never, as));
  await write((em, as) => createSegment(em, { name: 'Seated', shared: true, rule: { some: 'contacts', where: { fact: 'custom.season', is: 'in', values: ['SEASON_2025_2026'] } } } as never, as));
  await write((em, as) => captureLead(em, { customerId: house, channel: 'CALL', message: 'Wants wine', custom: hint } as never, as));
  await write((em, as) => openOpportunity(em, { customerId: house, title: `Press for ${canary('Eva')} ${canary('Paz')}`, amount: 100_00, contactId: eva, custom: hint }, as));
});
afterAll(() => database.close());

test('a contact is erased alone: nothing of him is left, and the organisation keeps its own', async () => {
  const em = database.em.fork();
  expect((await everything(em)).filter(({ text }) => tellsOf(text)).length).toBeGreaterThan(10);
  const done = await transact(em, (inner) => eraseContact(inner, { customerId: house, contactId: eva, reason: 'REQUEST' }, writing));
  expect(isRefused(done), JSON.stringify(done)).toBe(false);
  expect((await everything(em)).filter(({ text }) => tellsOf(text))).toEqual([]);
  expect(await rowsOf(em, sql`
    select c.name, (select json_agg(given_name) from contact where customer_id = c.id) as contacts, (select json_agg(subject order by subject) from activity where customer_id = c.id) as subjects,
      (select body from activity where customer_id = c.id and subject = 'Prices') as note, (select message from lead where customer_id = c.id) as asked,
      (select title || title_key from opportunity where customer_id = c.id) as title
    from customer c`)).toEqual([{
    name: 'Bodegas Ríos', contacts: ['Ana'], subjects: ['', 'Fair of 2026-06-01', 'Prices'], note: 'Write to …, … or …, about prices', asked: 'Wants wine', title: 'Press for …press for …',
  }]);
  expect(await rowsOf(em, sql`
    select c.custom, c.custom_compared as compared, f.custom as facts, (select json_agg(distinct text) from custom_order where customer_id = c.id) as sorted, l.custom as lead, o.custom as opportunity,
      (select k.custom from contact k where k.customer_id = c.id and k.given_name = 'Ana') as colleague
    from customer c join customer_facts f on f.customer_id = c.id join lead l on l.customer_id = c.id join opportunity o on o.customer_id = c.id`)).toEqual([{
    custom: { hint: 'Ask … first' }, compared: { hint: 'ask … first' }, facts: { hint: 'ask … first' }, sorted: ['ask … first'], lead: { hint: 'Ask … first' },
    opportunity: { hint: 'Ask … first' }, colleague: { seat: 'Ask … first' },
  }]);
  expect(await rowsOf(em, sql`select rule from segment order by name`)).toEqual([
    { rule: { fact: 'ownerId', is: 'in', values: [writing.viewer.userId] } }, { rule: { some: 'contacts', where: { fact: 'custom.season', is: 'in', values: ['SEASON_2025_2026'] } } }, { rule: { fact: 'name', is: 'contains', value: '2026-06-01' } },
  ]);
  expect((await searchCustomers(em, 'otero', writing.viewer, 5)).length).toBe(1);
  expect(await searchCustomers(em, canary('Paz'), writing.viewer, 5)).toEqual([]);
  expect(await transact(em, (inner) => eraseContact(inner, { customerId: house, contactId: eva, reason: 'REQUEST' }, writing))).toMatchObject({ code: 'NOT_FOUND', field: 'contactId' });
});

test('whoever does not answer for the protection of data erases nobody, and learns of nobody whom he does not see', async () => {
  const [{ id: ana } = { id: '' }] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from contact where given_name = 'Ana'`);
  for (const role of ['sales', 'marketing', 'service', 'finance', 'warehouse', 'analyst', 'partner'] as const) {
    const answer = await transact(database.em.fork(), (em) => eraseContact(em, { customerId: house, contactId: ana, reason: 'REQUEST' }, { ...writing, viewer: { ...writing.viewer, role } }));
    expect([role, answer]).toEqual([role, { refused: true, code: 'NOT_FOUND', field: 'customerId' }]);
  }
});
