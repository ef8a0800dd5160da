import { fromWhatIsKnown } from '@orbita/domain/enrichment';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { createTask, logActivity } from '#activities';
import { type Em, rowsOf, run, transact } from '#connection';
import { addContact, addContactPoint, preferContactPoint, recordConsent } from '#contacts';
import { createCustomer, setAcquisitionCost, setReferrer } from '#customers';
import type { Database } from '#database';
import { checkCustomers } from '#enrichment';
import { createCustomField } from '#field-definitions';
import { notify } from '#inbox';
import { captureLead } from '#leads';
import { openOpportunity } from '#opportunities';
import { placeOrder, returnGoods } from '#orders';
import type { Writing } from '#requests';
import { createSegment } from '#segments';

/** Writes that must succeed, each in a transaction of its own. */
export const writer = (database: Database, writing: Writing) => async <Done extends string>(verb: (em: Em, writing: Writing) => Promise<Done | Refusal>, at = writing.now): Promise<Done> => {
  const done = await transact(database.em.fork(), (em) => verb(em, { ...writing, now: at }));
  if (isRefused(done)) throw new Error(JSON.stringify(done));
  return done;
};

type Write = ReturnType<typeof writer>;

export interface Around {
  /** Who recommended the customer, whom he recommended, on which list he is. */
  readonly referrer: string;
  readonly recommended: string;
  readonly list: string;
}

/** The fields that such customers and their contacts have. */
export async function ownFieldsOf(write: Write): Promise<void> {
  await write((em, as) => createCustomField(em, { entity: 'CUSTOMER', name: 'colour', type: 'TEXT', label: { en: 'Colour', es: 'Color' } }, as));
  await write((em, as) => createCustomField(em, { entity: 'CONTACT', name: 'seat', type: 'TEXT', label: { en: 'Seat', es: 'Sitio' } }, as));
}

/** A customer with a row in every table in which there can be one of him. */
export async function wholeCustomer(database: Database, write: Write, writing: Writing, name: string, numbers: { readonly taxId: string; readonly phone: string }): Promise<{ id: string } & Around> {
  const key = name.toLowerCase();
  const made = (called: string) => write((em, as) => createCustomer(em, { kind: 'ORGANISATION', name: called }, as));
  const referrer = await made(`${name} referrer`);
  const id = await write((em, as) => createCustomer(em, {
    kind: 'ORGANISATION', name, taxId: numbers.taxId, language: key === 'acme' ? 'es' : 'en', source: 'FAIR', tags: [key, 'both'],
    contactPoints: [{ kind: 'EMAIL', value: `info@${key}.example` }, { kind: 'PHONE', value: numbers.phone }, { kind: 'WEBSITE', value: 'https://same.example' }],
    addresses: [{ kind: 'BILLING', street: `${name} street 1`, city: 'Lugo', postalCode: '27001', country: 'ES' }],
    externalIds: [{ system: 'erp', id: `${name}-77` }], custom: [{ name: 'colour', text: `${name} red` }],
  }, as));
  await write((em, as) => setReferrer(em, { id, referrerId: referrer, expectedVersion: 1 }, as));
  await write((em, as) => setAcquisitionCost(em, { id, cost: '10', expectedVersion: 2 }, as));
  const contact = await write((em, as) => addContact(em, { customerId: id, givenName: `Eva ${name}`, isPrimary: true, custom: [{ name: 'seat', text: `Seat of ${name}` }] }, as));
  const [{ id: person } = { id: contact }] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from contact where customer_id = ${id}::uuid`);
  await write((em, as) => addContactPoint(em, { customerId: id, contactId: person, kind: 'EMAIL', value: `eva@${key}.example` }, as));
  const [{ id: email } = { id: '' }] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from contact_point where customer_id = ${id}::uuid and kind = 'EMAIL' and contact_id is null`);
  await write((em, as) => preferContactPoint(em, id, email, as));
  await write((em, as) => recordConsent(em, { customerId: id, channel: 'EMAIL', state: key === 'acme' ? 'DENIED' : 'GRANTED', givenAt: new Date(as.now.getTime() - (key === 'acme' ? 2_000 : 1_000)) }, as));
  await write((em, as) => openOpportunity(em, { customerId: id, title: `Press for ${name}`, amount: 100_00 }, as));
  const order = await write((em, as) => placeOrder(em, {
    customerId: id, number: `${name}-1`, source: 'SHOP', tracked: false, placedAt: new Date(as.now.getTime() - 40 * 86_400_000),
    lines: [{ description: 'Rioja', quantity: '2', unitPrice: '50' }, { description: 'Alavesa', quantity: '1', unitPrice: '30' }],
  } as never, as));
  const [line] = await rowsOf(database.em.fork(), sql<{ id: string; version: number }>`
    select l.id, o.version from order_line l join sales_order o on o.id = l.order_id where o.id = ${order}::uuid and l.no = 2`);
  await write((em, as) => returnGoods(em, { id: order, expectedVersion: line!.version, lines: [{ lineId: line!.id, quantity: '1' }] }, as));
  await write((em, as) => logActivity(em, { customerId: id, kind: 'CALL', direction: 'INBOUND', subject: `Call of ${name}`, contactId: person }, as));
  await write((em, as) => captureLead(em, { customerId: id, channel: 'CALL', message: `Asks of ${name}` } as never, as));
  const task = await write((em, as) => createTask(em, { customerId: id, subject: `Task for ${name}`, dueAt: new Date(as.now.getTime() + 86_400_000) }, as));
  await database.em.fork().transactional((em) => notify(em as Em, [{ userId: writing.viewer.userId, customerId: id, activityId: task, kind: 'REMINDER' }], writing.now));
  const recommended = await made(`${name} friend`);
  await write((em, as) => setReferrer(em, { id: recommended, referrerId: id, expectedVersion: 1 }, as));
  while (await checkCustomers(database.em.fork(), { enrichers: [fromWhatIsKnown], writing }));
  const list = await write((em, as) => createSegment(em, { name: `${name} list`, shared: true, list: [id] } as never, as));
  return { id, referrer, recommended, list };
}

/** Every table with rows of customers, as far as a merge and its undoing must leave them as they were: not what is only ever added to. */
export async function tablesOfCustomers(em: Em): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'customer_id' order by 1`);
  return rows.map(({ name }) => name);
}

// Who waits to be judged or compared is, of a customer who was written, each time another place in a queue.
const queues = ['quality_check', 'duplicate_check'];
const onlyAddedTo = ['timeline_event', 'timeline_counter', 'event_personal', 'outbox', 'customer_merge', ...queues];

/** Every row of these customers, without versions and the instants at which rows were written. */
export async function dumpOf(em: Em, ids: readonly string[]): Promise<Record<string, unknown[]>> {
  const tables = (await tablesOfCustomers(em)).filter((name) => !onlyAddedTo.includes(name));
  const dump = async (table: string, column: string) => {
    const rows = await rowsOf(em, sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) - 'version' - 'updated_at' - 'refreshed_at' - 'reviewed_at' as row from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} = any(${ids}::uuid[]) order by 1`);
    return rows.map(({ row }) => row);
  };
  const entries = await Promise.all([['customer', 'id'] as const, ...tables.map((name) => [name, 'customer_id'] as const)]
    .map(async ([table, column]) => [table, await dump(table, column)] as const));
  return Object.fromEntries(entries);
}

/** A segment of those who bought twice, whose members are remembered. */
export async function boughtTwice(em: Em, now: Date): Promise<string> {
  const id = '0199aaaa-0000-7000-8000-000000000001';
  await run(em, sql`insert into segment (id, name, kind, rule, shared, created_at, updated_at) values (${id}::uuid, 'Twice', 'RULE',
    ${JSON.stringify({ fact: 'ordersCount', is: 'ge', value: 2 })}::jsonb, true, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz)`);
  return id;
}
