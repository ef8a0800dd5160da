import { sql } from 'kysely';
import { logActivity, createTask, updateActivity } from '#activities';
import { type Em, newId, rowsOf, run } from '#connection';
import { addContact, addContactPoint, recordConsent, removeContact, removeContactPoint, setAddress, updateContact } from '#contacts';
import { createCustomer, recordDeparture, updateCustomer, withdrawDeparture } from '#customers';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { notify } from '#inbox';
import { captureLead, disqualifyLead, evaluateLead, updateLead } from '#leads';
import { mergeCustomers, unmergeCustomers } from '#merging';
import { loseOpportunity, openOpportunity, updateOpportunity } from '#opportunities';
import { cancelOrder, placeOrder, returnGoods } from '#orders';
import { once, type Writing } from '#requests';
import { createSegment } from '#segments';
import { createView } from '#views';
import { loadText } from '../imports/proofs/load-text.fixture.ts';
import { makeStaging, stage } from '../imports/staging/index.ts';
import { writer } from '../merging/two-customers.fixture.ts';

/** A word that stands nowhere but in what was written of the person: found afterwards, it was left behind. */
export const canary = (field: string): string => `zqx${field}`;

/** Values that can be no such word. */
export const numbers = { phone: '+34612987354', oldPhone: '+34698123745', taxId: '12345678Z', iban: 'ES9121000418450200051332', birthDate: '1971-03-17', postalCode: '27193' };

// Ids and hashes are made by chance: sooner or later one has a post code in it.
const byChance = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32,}/gi;
const told = [numbers.phone, numbers.oldPhone, numbers.taxId, numbers.iban, numbers.birthDate, numbers.postalCode].flatMap((value) => [value, value.replace('+34', '')]);

/** Whether a text tells anything of the person. */
export function tellsOf(text: string): boolean {
  const written = text.replaceAll(byChance, '');
  return /zqx/i.test(text) || told.some((value) => written.includes(value));
}

export interface WholePerson {
  readonly id: string;
  /** Who was merged into him before. */
  readonly merged: string;
  /** Who was one with him for a while, and is somebody of his own again. */
  readonly apart: string;
  /** Another customer, in all that a customer can have. */
  readonly other: string;
}

const versionOf = async (em: Em, table: string, id: string): Promise<number> =>
  (await rowsOf(em, sql<{ version: number }>`select version from ${sql.table(table)} where id = ${id}::uuid`))[0]!.version;

/** A person with a canary in every field in which something personal can be written, through the doors by which it is written. */
export async function wholePerson(database: Database, writing: Writing): Promise<WholePerson> {
  const write = writer(database, writing);
  const read = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
  const { now } = writing;
  await write((em, as) => createCustomField(em, { entity: 'CUSTOMER', name: 'hobby', type: 'TEXT', label: { en: 'Hobby', es: 'Afición' } }, as));
  await write((em, as) => createCustomField(em, { entity: 'CONTACT', name: 'seat', type: 'TEXT', label: { en: 'Seat', es: 'Sitio' } }, as));
  await write((em, as) => createCustomField(em, { entity: 'LEAD', name: 'occasion', type: 'TEXT', label: { en: 'Occasion', es: 'Ocasión' } }, as));
  await write((em, as) => createCustomField(em, { entity: 'OPPORTUNITY', name: 'wish', type: 'TEXT', label: { en: 'Wish', es: 'Deseo' } }, as));
  const person = (name: string, mail: string, more = {}) => write((em, as) => createCustomer(em, {
    kind: 'PERSON', givenName: canary(`given${name}`), familyName: canary(`family${name}`), name: `${canary(`given${name}`)} ${canary(`family${name}`)}`,
    contactPoints: [{ kind: 'EMAIL', value: `${canary(mail)}@person.example` }], evenIfDuplicate: true, ...more,
  } as never, as));
  const id = await person('one', 'mail', {
    taxId: numbers.taxId, birthDate: numbers.birthDate, iban: numbers.iban, tags: [canary('tag')],
    contactPoints: [{ kind: 'EMAIL', value: `${canary('mail')}@person.example` }, { kind: 'MOBILE', value: numbers.phone, label: canary('label') }, { kind: 'WEBSITE', value: `https://${canary('web')}.example` }],
    addresses: [{ kind: 'BILLING', street: `${canary('street')} 1`, city: canary('city'), postalCode: numbers.postalCode, country: 'ES' }],
    externalIds: [{ system: 'erp', id: canary('ext') }], custom: [{ name: 'hobby', text: canary('hobby') }],
  });
  await write(async (em, as) => updateCustomer(em, { id, expectedVersion: await versionOf(em, 'customer', id), givenName: canary('given'), name: `${canary('given')} ${canary('family')}`, tags: [canary('newtag')], custom: [{ name: 'hobby', text: canary('newhobby') }] }, as));
  await write((em, as) => setAddress(em, { customerId: id, kind: 'BILLING', street: `${canary('newstreet')} 2`, city: canary('newcity'), postalCode: numbers.postalCode, country: 'ES' } as never, as));
  await write((em, as) => addContactPoint(em, { customerId: id, kind: 'MOBILE', value: numbers.oldPhone }, as));
  const [{ id: oldPhone } = { id: '' }] = await read(sql<{ id: string }>`select id from contact_point where normalised = ${numbers.oldPhone}`);
  await write((em, as) => removeContactPoint(em, id, oldPhone, as));
  await write((em, as) => recordConsent(em, { customerId: id, channel: 'EMAIL', state: 'GRANTED', source: canary('source'), proof: canary('proof') }, as));
  await write((em, as) => addContact(em, { customerId: id, givenName: canary('contactgiven'), familyName: canary('contactfamily'), jobTitle: canary('job'), custom: [{ name: 'seat', text: canary('seat') }] }, as));
  await write((em, as) => addContact(em, { customerId: id, givenName: canary('gonegiven'), custom: [{ name: 'seat', text: canary('goneseat') }] }, as));
  const contacts = await read(sql<{ id: string; given: string }>`select id, given_name as given from contact where customer_id = ${id}::uuid`);
  const contactId = contacts.find(({ given }) => given === canary('contactgiven'))!.id;
  await write((em, as) => removeContact(em, id, contacts.find((one) => one.id !== contactId)!.id, as));
  await write((em, as) => updateContact(em, { id: contactId, customerId: id, expectedVersion: 1, custom: [{ name: 'seat', text: canary('newseat') }] }, as));
  await write((em, as) => addContactPoint(em, { customerId: id, contactId, kind: 'EMAIL', value: `${canary('contactmail')}@person.example` }, as));
  await deal(database, id, contactId, writing);
  await write(async (em, as) => recordDeparture(em, { id, expectedVersion: await versionOf(em, 'customer', id), reason: 'PRICE', note: canary('leaving') }, as));
  await write(async (em, as) => withdrawDeparture(em, { id, expectedVersion: await versionOf(em, 'customer', id) }, as));
  // Last, so that something is open when he is erased.
  await write((em, as) => captureLead(em, { customerId: id, channel: 'CALL', message: canary('open') } as never, as));
  const other = await person('', '', { givenName: 'Olga', familyName: 'Otero', name: 'Olga Otero', taxId: '87654321X', contactPoints: [{ kind: 'EMAIL', value: 'olga@other.example' }], tags: ['calm'] });
  await run(database.em.fork(), sql`
    insert into duplicate_pair (id, customer_id, other_id, verdict, score, reasons, found_at)
    values (${newId()}::uuid, ${[id, other].sort()[0]}::uuid, ${[id, other].sort()[1]}::uuid, 'LIKELY', 10, ${JSON.stringify([{ name: canary('reason') }])}::jsonb, ${now.toISOString()}::timestamptz)`);
  const merge = async (otherId: string) => write(async (em, as) => mergeCustomers(em, { survivorId: id, expectedVersion: await versionOf(em, 'customer', id), others: [{ id: otherId, expectedVersion: await versionOf(em, 'customer', otherId) }] }, as));
  const apart = await person('', '', { givenName: 'Ana', familyName: 'Apart', name: 'Ana Apart', contactPoints: [{ kind: 'EMAIL', value: 'ana@other.example' }] });
  await merge(apart);
  await write(async (em, as) => unmergeCustomers(em, { id, expectedVersion: await versionOf(em, 'customer', id), mergedIds: [apart] }, as));
  const merged = await person('two', 'second', { language: 'es' });
  await merge(merged);
  await leaveTraces(database, id, writing);
  return { id, merged, apart, other };
}

/** What is done with him, and what is written down of it. */
async function deal(database: Database, id: string, contactId: string, writing: Writing): Promise<void> {
  const write = writer(database, writing);
  const { now } = writing;
  const order = await write((em, as) => placeOrder(em, {
    customerId: id, number: 'N-1', source: 'SHOP', tracked: false, placedAt: new Date(now.getTime() - 40 * 86_400_000),
    lines: [{ description: canary('line'), quantity: '2', unitPrice: '50' }, { description: canary('back'), quantity: '1', unitPrice: '30' }],
  } as never, as));
  const [line] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from order_line where order_id = ${order}::uuid and no = 2`);
  await write(async (em, as) => returnGoods(em, { id: order, expectedVersion: await versionOf(em, 'sales_order', order), lines: [{ lineId: line!.id, quantity: '1' }] }, as));
  const cancelled = await write((em, as) => placeOrder(em, { customerId: id, number: 'N-2', lines: [{ description: canary('cancelled'), quantity: '1', unitPrice: '5' }] } as never, as));
  await write(async (em, as) => cancelOrder(em, { id: cancelled, expectedVersion: await versionOf(em, 'sales_order', cancelled), reason: canary('cancelling') }, as));
  const call = await write((em, as) => logActivity(em, { customerId: id, kind: 'CALL', direction: 'INBOUND', subject: canary('subject'), body: canary('body'), contactId }, as));
  await write(async (em, as) => updateActivity(em, { id: call, expectedVersion: await versionOf(em, 'activity', call), subject: canary('newsubject') }, as));
  const task = await write((em, as) => createTask(em, { customerId: id, subject: canary('task'), dueAt: new Date(now.getTime() + 86_400_000) }, as));
  await database.em.fork().transactional((em) => notify(em as Em, [{ userId: writing.viewer.userId, customerId: id, activityId: task, kind: 'REMINDER' }], now));
  const lead = await write((em, as) => captureLead(em, { customerId: id, channel: 'CALL', subject: canary('asks'), message: canary('message'), reference: canary('reference'), custom: [{ name: 'occasion', text: canary('occasion') }] } as never, as));
  await write(async (em, as) => updateLead(em, { id: lead, expectedVersion: await versionOf(em, 'lead', lead), custom: [{ name: 'occasion', text: canary('newoccasion') }] }, as));
  await write(async (em, as) => evaluateLead(em, { id: lead, expectedVersion: await versionOf(em, 'lead', lead), qualification: { need: { answer: 'YES', note: canary('need') } } as never }, as));
  await write(async (em, as) => disqualifyLead(em, { id: lead, expectedVersion: await versionOf(em, 'lead', lead), reason: 'OTHER', note: canary('ending') }, as));
  const chance = await write((em, as) => openOpportunity(em, { customerId: id, title: canary('title'), amount: 100_00, contactId, custom: [{ name: 'wish', text: canary('wish') }] }, as));
  await write(async (em, as) => updateOpportunity(em, { id: chance, expectedVersion: await versionOf(em, 'opportunity', chance), title: canary('newtitle'), custom: [{ name: 'wish', text: canary('newwish') }] }, as));
  await write(async (em, as) => loseOpportunity(em, { id: chance, expectedVersion: await versionOf(em, 'opportunity', chance), reason: 'COMPETITOR', note: canary('losing'), competitor: canary('competitor') } as never, as));
  const at = now.toISOString();
  await run(database.em.fork(), sql`update opportunity_visit set override_reason = ${canary('override')} where opportunity_id = ${chance}::uuid`);
  await run(database.em.fork(), sql`update activity set reference = ${canary('activityreference')} where id = ${call}::uuid`);
  await run(database.em.fork(), sql`
    update stage_visit set because = ${JSON.stringify([{ rule: { fact: 'city', is: 'eq', value: canary('because') }, holds: true, value: canary('becausevalue') }])}::jsonb where customer_id = ${id}::uuid`);
  await run(database.em.fork(), sql`insert into duplicate_check (customer_id, asked_at) values (${id}::uuid, ${at}::timestamptz)`);
}

/** Where he is named and no row is his: rules, imported rows, results kept for retries. */
async function leaveTraces(database: Database, id: string, writing: Writing): Promise<void> {
  const write = writer(database, writing);
  const mail = `${canary('mail')}@person.example`;
  await write((em, as) => createSegment(em, { name: 'Named', shared: true, rule: { fact: 'city', is: 'eq', value: mail } } as never, as));
  await write((em, as) => createSegment(em, { name: 'List', shared: true, list: [id] } as never, as));
  await write((em, as) => createView(em, { room: 'customers', name: 'His', shared: true, search: { search: mail } } as never, as));
  await write((em, as) => once(em, { principal: 'partner', key: `for ${mail}`, input: {}, now: as.now }, async () => id));
  const customers = {
    room: 'customers', system: 'crm', onExisting: 'fill', files: { rows: {} },
    customer: { externalId: 'id', name: 'name', kind: { constant: 'PERSON' }, email: 'mail', phone: 'phone', birthDate: 'born', addressLine1: 'street', city: 'city', country: { constant: 'ES' } },
  };
  const rows = [
    'id,name,mail,phone,born,street,city,note',
    // Kept: another name than ours. Refused: no such day. Nobody of ours, but his telephone with blanks.
    `${canary('crmid')},${canary('given')} ${canary('filefamily')},${mail},,,,,${canary('filenote')}`,
    `77,${canary('given')} ${canary('family')},${mail},,1999-99-99,,${canary('city')},`,
    `78,Bad One,bad,612 98 73 54,1999-99-99,,,`,
    `79,Bad Two,bad2,611 00 00 00,1999-99-99,,,`,
  ].join('\n');
  await loadText(database, customers, rows);
  const at = writing.now.toISOString();
  const [file, bulk] = [newId(), newId()];
  await run(database.em.fork(), sql`
    insert into import_file (id, name, bytes, fingerprint, spreadsheet, pieces, uploaded_by, created_at)
    select ${file}::uuid, 'people.csv', 1, 'x', false, 1, id, ${at}::timestamptz from app_user limit 1`);
  await run(database.em.fork(), sql`insert into import_file_piece (file_id, no, bytes) values (${file}::uuid, 0, ${Buffer.from(`name,mail\n${canary('filed')},${mail}\n`)})`);
  await run(database.em.fork(), sql`
    insert into bulk_change (id, subject, change, scope, started_by, status, created_at, updated_at)
    values (${bulk}::uuid, 'CUSTOMER', '{"verb": "TAG"}', 'SELECTION', ${newId()}::uuid, 'DONE', ${at}::timestamptz, ${at}::timestamptz)`);
  await run(database.em.fork(), sql`
    insert into bulk_row (bulk_id, place, target_id, outcome, refusal, changed)
    values (${bulk}::uuid, 1, ${id}::uuid, 'DONE', ${JSON.stringify({ value: canary('bulkrefused') })}::jsonb, ${JSON.stringify({ tags: { before: [canary('bulkbefore')], after: [] } })}::jsonb)`);
  const job = newId();
  await database.em.fork().transactional(async (em) => {
    await makeStaging(em as Em, job);
    await stage(em as Em, job, [{ role: 'rows', row: 1, number: '1', customer: '', placedAt: null, cells: ['1', mail, canary('staged')], state: 'OK' }]);
  });
}
