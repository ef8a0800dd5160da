import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logActivity } from '#activities';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import { addContact, addContactPoint, preferContactPoint, recordConsent, removeContactPoint, setAddress, updateContact } from '#contacts';
import { createCustomer, customerById, deleteCustomer, type NewCustomer, setReferrer, updateCustomer, withdrawDeparture, recordDeparture } from '#customers';
import type { Database } from '#database';
import { countOpenPairs } from '#duplicates';
import { createCustomField } from '#field-definitions';
import { captureLead } from '#leads';
import { openOpportunity } from '#opportunities';
import { placeOrder } from '#orders';
import type { Writing } from '#requests';
import { makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { writer } from './two-customers.fixture.ts';
import { mergeCustomers, unmergeCustomers } from './index.ts';

const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
const select = { fields: new Set(['contactPoints', 'addresses', 'contacts', 'consents']), facts: new Set(['doNotContact', 'acquisitionCost']) };
let database: Database;
let em: Em;
let write: ReturnType<typeof writer>;
let minutes = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await makeCompany(database, writing);
  write = writer(database, writing);
});
afterAll(() => database.close());

const make = (name: string, more: Partial<NewCustomer> = {}) => write((inner, as) => createCustomer(inner, { kind: 'ORGANISATION', name, ...more }, as));
const versionOf = async (id: string) => (await rowsOf(em, sql<{ version: number }>`select version from customer where id = ${id}::uuid`))[0]!.version;
const tick = (as: Writing = writing): Writing => ({ ...as, now: new Date(writing.now.getTime() + (minutes += 1) * 60_000) });
const merge = async (survivorId: string, otherId: string, choices: Record<string, string> = {}, as: Writing = writing) => {
  const asked = {
    survivorId, expectedVersion: await versionOf(survivorId), others: [{ id: otherId, expectedVersion: await versionOf(otherId) }],
    choices: Object.entries(choices).map(([field, from]) => ({ field, from })),
  };
  return transact(em, (inner) => mergeCustomers(inner, asked, tick(as)));
};
const unmerge = async (id: string, mergedId: string, as: Writing = writing) => {
  const expectedVersion = await versionOf(id);
  return transact(em, (inner) => unmergeCustomers(inner, { id, mergedIds: [mergedId], expectedVersion }, tick(as)));
};
const reason = (answer: string | Refusal) => (isRefused(answer) ? answer.details?.['because'] ?? answer.code : answer);
const read = (id: string) => customerById(em.fork(), id, select, writing.viewer, tick().now);
const pointOf = async (id: string, value: string) => (await read(id))!.contactPoints!.find((one) => one['value'] === value)!['id'] as string;

test('of the one is written as of any other, whoever held the rows, and undoing leaves each with his own', async () => {
  const a = await make('Alba', { contactPoints: [{ kind: 'EMAIL', value: 'a@alba.example' }], addresses: [{ kind: 'BILLING', city: 'Lugo' }] });
  const b = await make('Boreal', { taxId: 'B58378431', contactPoints: [{ kind: 'EMAIL', value: 'b@boreal.example' }, { kind: 'EMAIL', value: 'c@boreal.example' }], addresses: [{ kind: 'BILLING', city: 'Vigo' }] });
  await write((inner, as) => addContact(inner, { customerId: b, givenName: 'Eva' }, as));
  expect(await merge(a, b, { 'address.BILLING': a })).toBe(a);
  const [contact] = (await read(a))!.contacts!;
  const contactId = contact!['id'] as string;
  const [fromB, gone] = [await pointOf(a, 'b@boreal.example'), await pointOf(a, 'c@boreal.example')];
  await write((inner, as) => preferContactPoint(inner, a, fromB, as));
  await write((inner, as) => removeContactPoint(inner, a, gone, as));
  await write((inner, as) => addContactPoint(inner, { customerId: a, kind: 'EMAIL', value: 'b@boreal.example' }, as));
  await write((inner, as) => addContactPoint(inner, { customerId: a, contactId, kind: 'EMAIL', value: 'eva@boreal.example' }, as));
  await write((inner, as) => updateContact(inner, { customerId: a, id: contactId, expectedVersion: 1, isPrimary: true }, as));
  await write((inner, as) => logActivity(inner, { customerId: b, kind: 'CALL', direction: 'OUTBOUND', subject: 'Asked Eva', contactId }, as));
  await write((inner, as) => setAddress(inner, { customerId: b, kind: 'BILLING', city: 'Ourense' }, as));
  const one = (await read(a))!;
  expect(one.contactPoints!.map(({ value, preferred }) => [value, preferred])).toEqual([['b@boreal.example', true], ['a@alba.example', false], ['eva@boreal.example', false]]);
  expect(one.addresses!.filter(({ isCurrent }) => isCurrent).map(({ city }) => city)).toEqual(['Ourense']);
  expect(one.contacts).toMatchObject([{ givenName: 'Eva', isPrimary: true }]);
  expect(await unmerge(a, b)).toBe(a);
  expect((await read(b))!.contactPoints!.map(({ value }) => value)).toEqual(['b@boreal.example', 'eva@boreal.example']);
  expect((await read(a))!.contactPoints!.map(({ value }) => value)).toEqual(['a@alba.example']);
  expect((await read(b))!.addresses!.map(({ city, isCurrent }) => [city, isCurrent])).toEqual([['Vigo', true]]);
  expect((await read(a))!.addresses!.map(({ city, isCurrent }) => [city, isCurrent])).toEqual([['Ourense', true], ['Lugo', false]]);
});

test('a no of either is the last word of both, and what one record says can be taken back on it', async () => {
  const [a, b] = [await make('Cima'), await make('Duna', { doNotContact: true })];
  const consent = (customerId: string, state: 'GRANTED' | 'DENIED', at: number) =>
    write((inner, as) => recordConsent(inner, { customerId, channel: 'EMAIL', state, givenAt: new Date(at) }, as));
  await consent(a, 'DENIED', 1_000);
  await consent(b, 'GRANTED', 2_000);
  const left = await versionOf(b);
  await write((inner, as) => recordDeparture(inner, { id: b, reason: 'PRICE', expectedVersion: left }, as));
  expect(await merge(a, b)).toBe(a);
  const consentOf = async (id: string) => (await rowsOf(em, sql<Record<string, unknown>>`
    select consent_email, do_not_contact, left_at is not null as gone from customer_facts where customer_id = ${id}::uuid`))[0];
  expect(await consentOf(a)).toEqual({ consent_email: 'DENIED', do_not_contact: true, gone: true });
  const seen = await versionOf(a);
  await write((inner, as) => updateCustomer(inner, { id: a, expectedVersion: seen, doNotContact: false }, as));
  await write((inner, as) => withdrawDeparture(inner, { id: a, expectedVersion: seen + 1 }, as));
  expect(await consentOf(a)).toEqual({ consent_email: 'DENIED', do_not_contact: false, gone: false });
  expect(await unmerge(a, b)).toBe(a);
  expect(await consentOf(a)).toEqual({ consent_email: 'DENIED', do_not_contact: false, gone: false });
  expect(await consentOf(b)).toEqual({ consent_email: 'GRANTED', do_not_contact: true, gone: true });
});

test('a no that was said while they were one stands for both when they are taken apart, whoever was merged before too', async () => {
  const [a, b, c, d] = [await make('Alfa'), await make('Beta'), await make('Celta'), await make('Delta')];
  const say = (customerId: string, channel: 'EMAIL' | 'PHONE', state: 'GRANTED' | 'DENIED') =>
    write((inner, as) => recordConsent(inner, { customerId, channel, state }, as), tick().now);
  const optOut = async (id: string, doNotContact: boolean) => {
    const expectedVersion = await versionOf(id);
    return write((inner, as) => updateCustomer(inner, { id, expectedVersion, doNotContact }, as), tick().now);
  };
  const reach = async (id: string) => Object.values((await rowsOf(em, sql<Record<string, unknown>>`
    select consent_email, consent_phone, do_not_contact from customer_facts where customer_id = ${id}::uuid`))[0]!);
  for (const id of [b, c, d]) await say(id, 'EMAIL', 'GRANTED');
  expect(await merge(b, c)).toBe(b);
  expect(await merge(a, b)).toBe(a);
  await say(a, 'EMAIL', 'DENIED');
  await say(a, 'PHONE', 'DENIED');
  await say(a, 'PHONE', 'GRANTED');
  await optOut(a, true);
  expect(await merge(a, d)).toBe(a);
  expect(await unmerge(a, d)).toBe(a);
  expect(await unmerge(a, b)).toBe(a);
  expect([await reach(a), await reach(b), await reach(d)]).toEqual([['DENIED', 'GRANTED', true], ['DENIED', null, true], ['GRANTED', null, false]]);
  expect(await rowsOf(em, sql`select type, payload - 'survivorId' as payload from timeline_event where customer_id = ${b}::uuid order by no desc limit 2`)).toEqual([
    { type: 'customerUpdated', payload: { changed: ['doNotContact'], values: { doNotContact: { before: false, after: true } } } },
    { type: 'customersUnmerged', payload: { denied: ['EMAIL'] } },
  ]);
  expect(await unmerge(b, c)).toBe(b);
  expect([await reach(b), await reach(c)]).toEqual([['DENIED', null, true], ['DENIED', null, true]]);
  // Taken back while they were one, and said again: it is the one's by then, though the other brought it.
  const [e, f] = [await make('Eta'), await make('Fi', { doNotContact: true })];
  expect(await merge(e, f)).toBe(e);
  await optOut(e, false);
  await optOut(e, true);
  expect(await unmerge(e, f)).toBe(e);
  expect([await reach(e), await reach(f)]).toMatchObject([[null, null, true], [null, null, true]]);
});

test('own fields of the other go with him though another was filled since, and no half of a name comes back', async () => {
  for (const name of ['wine', 'member']) await write((inner, as) => createCustomField(inner, { entity: 'CUSTOMER', name, type: 'TEXT', label: { en: name, es: name } }, as));
  const person = (givenName: string, familyName: string, name: string, text: string) =>
    make(`${givenName} ${familyName}`, { kind: 'PERSON', givenName, familyName, name: undefined as never, custom: [{ name, text }] });
  const [a, b] = [await person('Ana', 'Roca', 'wine', 'red'), await person('Eva', 'Llull', 'member', 'B-777')];
  expect(await merge(a, b, { name: b })).toBe(a);
  const expectedVersion = await versionOf(a);
  await write((inner, as) => updateCustomer(inner, { id: a, expectedVersion, familyName: 'Llompart', custom: [{ name: 'wine', text: 'white' }] }, as));
  expect(await unmerge(a, b)).toBe(a);
  expect(await rowsOf(em, sql`select name, given_name, family_name, custom, custom_compared as compared from customer where id = any(${[a, b]}::uuid[]) order by name desc`)).toEqual([
    { name: 'Eva Llull', given_name: 'Eva', family_name: 'Llull', custom: { member: 'B-777' }, compared: { member: 'b-777' } },
    { name: 'Eva Llompart', given_name: 'Eva', family_name: 'Llompart', custom: { wine: 'white' }, compared: { wine: 'white' } },
  ]);
});

test('whoever was merged before goes along, the oldest id finds the one, and it is undone in turn', async () => {
  const [a, b, c] = [await make('Eco'), await make('Faro'), await make('Gala')];
  expect(await merge(b, c)).toBe(b);
  expect(await merge(a, b)).toBe(a);
  for (const id of [a, b, c]) expect((await read(id))?.id).toBe(a);
  expect(reason(await unmerge(a, c))).toBe('MERGED_SINCE');
  expect(reason(await merge(a, c))).toBe('MERGED_ALREADY');
  expect(reason(await merge(c, await make('Hoz')))).toBe('MERGED_ALREADY');
  expect(await unmerge(a, b)).toBe(a);
  expect((await read(c))?.id).toBe(b);
  expect(await unmerge(b, c)).toBe(b);
  expect((await read(c))?.id).toBe(c);
  expect(reason(await unmerge(b, c))).toBe('NOT_MERGED');
});

test('what rests on both cannot be told apart again', async () => {
  const [a, b] = [await make('Isla'), await make('Jara')];
  await write((inner, as) => openOpportunity(inner, { customerId: b, title: 'Press', amount: 100 }, as));
  await write((inner, as) => addContact(inner, { customerId: b, givenName: 'Eva' }, as));
  const [contact] = (await read(b))!.contacts!;
  expect(await merge(a, b)).toBe(a);
  // The lead joins the cycle that the other's opportunity carries.
  await write((inner, as) => captureLead(inner, { customerId: a, channel: 'CALL', message: 'Again' } as never, as), tick().now);
  expect(reason(await unmerge(a, b))).toBe('GROWN_TOGETHER');
  // What is opened for a contact becomes a row of whoever holds him.
  const opened = await write((inner, as) => openOpportunity(inner, { customerId: a, title: 'Mill', contactId: contact!['id'] as string }, as));
  expect(await rowsOf(em, sql`select customer_id from opportunity where id = ${opened}::uuid`)).toEqual([{ customer_id: b }]);
});

test('nor what was judged by what the other bought', async () => {
  const order = (customerId: string, days: number, lineId?: string) => write((inner, as) => placeOrder(inner, {
    customerId, lineId, tracked: false, placedAt: new Date(as.now.getTime() - days * 86_400_000), lines: [{ description: 'Rioja', quantity: '1', unitPrice: '10' }],
  }, as), tick().now);
  // The other bought, the one buys for the first time: he does so as somebody who has bought.
  const [a, b] = [await make('Teja'), await make('Urna')];
  await order(b, 20);
  expect(await merge(a, b)).toBe(a);
  const line = newId();
  await rowsOf(em, sql`insert into business_line (id, name) values (${line}::uuid, 'Machines')`);
  await order(a, 0, line);
  expect(await rowsOf(em, sql`select origin, previous_cycle_id from cycle where customer_id = ${a}::uuid`)).toEqual([{ origin: 'RECURRENT', previous_cycle_id: null }]);
  expect(reason(await unmerge(a, b))).toBe('GROWN_TOGETHER');
  // Each had bought on his own: what ended and began is his own.
  const [c, d] = [await make('Vega'), await make('Xana')];
  await order(c, 30);
  await order(c, 20);
  await order(d, 25);
  expect(await merge(c, d)).toBe(c);
  expect(await unmerge(c, d)).toBe(c);
});

test('a key that became somebody else\'s meanwhile stands in the way, and is named', async () => {
  const [a, b] = [await make('Kilo'), await make('Luna', { taxId: 'A28015865' })];
  expect(await merge(a, b, { taxId: b })).toBe(a);
  expect(reason(await transact(em, (inner) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Mar', taxId: 'A28015865' }, tick())))).toBe('ALREADY_EXISTS');
  const seen = await versionOf(a);
  await write((inner, as) => updateCustomer(inner, { id: a, expectedVersion: seen, taxId: null }, as));
  const other = await make('Mar', { taxId: 'A28015865' });
  const refused = await unmerge(a, b);
  expect(reason(refused)).toBe('KEY_TAKEN_SINCE');
  await write((inner, as) => updateCustomer(inner, { id: other, expectedVersion: 1, taxId: null }, as));
  expect(await unmerge(a, b)).toBe(a);
  expect((await read(b))?.taxId).toBe('A28015865');
  expect((await rowsOf(em, sql`select customer_id from customer_identity where value = 'ES:A28015865'`))).toEqual([{ customer_id: b }]);
});

test('only one who may change both merges them, and those who cannot be one are refused with the reason', async () => {
  const mine: Writing = { ...writing, viewer: { ...writing.viewer, userId: newId(), role: 'sales' } };
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${mine.viewer.userId}::uuid, 'Leo', 'leo@x.example', 'sales')`);
  const [own, foreign] = [await make('Nube', { ownerId: mine.viewer.userId }), await make('Oca')];
  expect(await merge(own, foreign, {}, mine)).toMatchObject({ code: 'NOT_FOUND', field: 'others' });
  expect(await merge(foreign, own, {}, mine)).toMatchObject({ code: 'NOT_FOUND', field: 'survivorId' });
  const analyst: Writing = { ...mine, viewer: { ...mine.viewer, role: 'finance' } };
  expect(reason(await merge(own, foreign, {}, analyst))).toBe('FORBIDDEN');
  expect(reason(await merge(own, own))).toBe('SAME_CUSTOMER');
  expect(reason(await merge(own, await make('Pino', { kind: 'PERSON' })))).toBe('KINDS_DIFFER');
  const [recommender, friend] = [await make('Quer'), await make('Rada')];
  await write((inner, as) => setReferrer(inner, { id: friend, referrerId: recommender, expectedVersion: 1 }, as));
  expect(reason(await merge(recommender, friend))).toBe('ONE_RECOMMENDED_OTHER');
  expect(reason(await merge(friend, recommender))).toBe('ONE_RECOMMENDED_OTHER');
  const stale = await transact(em, (inner) => mergeCustomers(inner, { survivorId: own, expectedVersion: 1, others: [{ id: foreign, expectedVersion: 7 }] }, tick()));
  expect(stale).toMatchObject({ code: 'STALE_VERSION', field: 'others' });
  await write((inner, as) => deleteCustomer(inner, foreign, as));
  expect(await merge(own, foreign)).toMatchObject({ code: 'NOT_FOUND', field: 'others' });
  // What he would no longer see afterwards he may not choose.
  const team = newId();
  await rowsOf(em, sql`insert into team (id, name) values (${team}::uuid, 'South')`);
  const [ours, his] = [await make('Sol', { teamId: team, ownerId: writing.viewer.userId }), await make('Tilo', { ownerId: mine.viewer.userId })];
  const inTeam: Writing = { ...mine, viewer: { ...mine.viewer, teamId: team } };
  expect(await merge(ours, his, { owner: ours, team: his }, inTeam)).toMatchObject({ code: 'FORBIDDEN', field: 'choices' });
  expect(await merge(ours, his, { owner: ours, team: ours }, inTeam)).toBe(ours);
});

test('only one who may change both as they are then takes them apart', async () => {
  const mine: Writing = { ...writing, viewer: { ...writing.viewer, userId: newId(), role: 'sales' } };
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${mine.viewer.userId}::uuid, 'Mar', 'mar@x.example', 'sales')`);
  const [own, house, second] = [await make('Uva', { ownerId: mine.viewer.userId }), await make('Vid'), await make('Xarel', { ownerId: mine.viewer.userId })];
  expect(await merge(own, house, { owner: own })).toBe(own);
  expect(await unmerge(own, house, mine)).toMatchObject({ code: 'FORBIDDEN', field: 'mergedIds' });
  expect((await read(house))?.['id']).toBe(own);
  expect(await unmerge(own, house)).toBe(own);
  expect(await merge(own, second, {}, mine)).toBe(own);
  expect(await unmerge(own, second, mine)).toBe(own);
});

test('whoever leaves gives nobody who stays a second address in use, a second way he prefers or a second first contact', async () => {
  const at = (city: string, email: string): Partial<NewCustomer> => ({ addresses: [{ kind: 'BILLING', city }], contactPoints: [{ kind: 'EMAIL', value: email }] });
  const [a, b, c] = [await make('Yema'), await make('Zarza', at('Vigo', 'z@zarza.example')), await make('Aliaga', at('Lugo', 'l@aliaga.example'))];
  for (const [id, email] of [[b, 'z@zarza.example'], [c, 'l@aliaga.example']] as const) {
    const point = await pointOf(id, email);
    await write((inner, as) => preferContactPoint(inner, id, point, as));
    await write((inner, as) => addContact(inner, { customerId: id, givenName: `Eva ${email}`, isPrimary: true }, as));
  }
  expect(await merge(a, b)).toBe(a);
  expect(await merge(a, c, { 'address.BILLING': c, 'preferred.EMAIL': c, 'primary.CONTACT': c })).toBe(a);
  await write((inner, as) => setAddress(inner, { customerId: a, kind: 'BILLING', city: 'Ourense' } as never, as), tick().now);
  const mine = await write((inner, as) => addContactPoint(inner, { customerId: a, kind: 'EMAIL', value: 'y@yema.example' }, as));
  const point = await pointOf(a, 'y@yema.example');
  await write((inner, as) => preferContactPoint(inner, a, point, as));
  await write((inner, as) => addContact(inner, { customerId: a, givenName: 'Ada', isPrimary: true }, as));
  expect(mine).toBeDefined();
  expect(await unmerge(a, c)).toBe(a);
  const one = await read(a);
  expect(one?.addresses?.filter(({ isCurrent }) => isCurrent).map(({ city }) => city)).toEqual(['Ourense']);
  expect(one?.contactPoints?.filter(({ preferred }) => preferred).map(({ value }) => value)).toEqual(['y@yema.example']);
  expect(one?.contacts?.filter(({ isPrimary }) => isPrimary).map(({ givenName }) => givenName)).toEqual(['Ada']);
});

test('a pair that was merged is no question any more, and is one again when it is taken apart', async () => {
  const [a, b] = [await make('Pair one'), await make('Pair two')].toSorted() as [string, string];
  await run(em, sql`
    insert into duplicate_pair (id, customer_id, other_id, verdict, score, reasons, found_at)
    values (${newId()}, ${a}::uuid, ${b}::uuid, 'LIKELY', 25, '[]', ${writing.now.toISOString()}::timestamptz)`);
  await countOpenPairs(em, [a, b]);
  const counted = () => rowsOf(em, sql<{ open: number }>`select possible_duplicates as open from customer_facts where customer_id in (${a}::uuid, ${b}::uuid) order by customer_id`);
  expect(await counted()).toEqual([{ open: 1 }, { open: 1 }]);
  await merge(a, b);
  expect((await counted())[0]).toEqual({ open: 0 });
  await unmerge(a, b);
  expect(await counted()).toEqual([{ open: 1 }, { open: 1 }]);
});
