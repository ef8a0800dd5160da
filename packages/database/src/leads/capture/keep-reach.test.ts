import type { LeadInput } from '@orbita/domain/leads';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf, transact } from '#connection';
import { addContact } from '#contacts';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { captureLead } from '#leads';
import { mergeCustomers } from '#merging';
import { writer } from '../../merging/two-customers.fixture.ts';
import { makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';

const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
let database: Database;
let em: Em;
let write: ReturnType<typeof writer>;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await makeCompany(database, writing);
  write = writer(database, writing);
});
afterAll(() => database.close());

interface ContactRow { id: string; customerId: string; points: string[] }
const contacts = (parts: string[]) => rowsOf(em, sql<ContactRow>`
  select k.id, k.customer_id as "customerId", (select coalesce(json_agg(p.value order by p.value), '[]') from contact_point p where p.contact_id = k.id and p.customer_id = k.customer_id) as points
  from contact k where k.customer_id = any(${parts}::uuid[]) and k.deleted_at is null order by k.id`);
const leadOf = async (id: string) => (await rowsOf(em, sql<{ customer_id: string; contact_id: string | null }>`
  select customer_id, contact_id from lead where id = ${id}::uuid`))[0]!;

test('whoever writes for a company is known again though it was merged into another, and is no second contact', async () => {
  const a = await make('Alba');
  const first = await capture({ organisation: 'Boreal', givenName: 'Eva', familyName: 'Paz', email: 'eva@boreal.example', taxId: 'B58378431' });
  const { customer_id: b } = await leadOf(first);
  const [eva] = await contacts([b]);
  await merge(a, b);
  const byName = await capture({ organisation: 'Boreal', givenName: 'Eva', familyName: 'Paz', taxId: 'B58378431', phone: '+34 612 345 678' });
  const byEmail = await capture({ organisation: 'Boreal', givenName: 'E.', email: 'eva@boreal.example', phone: '+34 612 345 678' });
  expect(await contacts([a, b])).toEqual([{ ...eva!, points: ['+34 612 345 678', 'eva@boreal.example'] }]);
  // The lead is the one's, the contact a row of the other's.
  for (const id of [byEmail, byName]) expect(await leadOf(id)).toEqual({ customer_id: a, contact_id: null });
});

test('a contact of the one himself goes before one of whoever was merged into him', async () => {
  const [a, b] = [await make('Cima'), await make('Duna')];
  for (const customerId of [b, a]) await write((inner, as) => addContact(inner, { customerId, givenName: 'Leo' }, as));
  const [own] = await contacts([a]);
  await merge(a, b);
  const lead = await capture({ organisation: 'Cima', givenName: 'Leo', email: 'info@cima.example' });
  expect(await leadOf(lead)).toEqual({ customer_id: a, contact_id: own!.id });
});

const versionOf = async (id: string) => (await rowsOf(em, sql<{ version: number }>`select version from customer where id = ${id}::uuid`))[0]!.version;
async function merge(survivorId: string, id: string): Promise<void> {
  const asked = { survivorId, expectedVersion: await versionOf(survivorId), others: [{ id, expectedVersion: await versionOf(id) }], choices: [] };
  expect(await transact(em, (inner) => mergeCustomers(inner, asked, writing))).toBe(survivorId);
}
const make = (name: string) => write((inner, as) => createCustomer(inner, {
  kind: 'ORGANISATION', name, contactPoints: [{ kind: 'EMAIL', value: `info@${name.toLowerCase()}.example` }],
}, as));
const capture = (who: LeadInput['who']) => write((inner, as) => captureLead(inner, { channel: 'WEB_FORM', message: 'Asks', who } as never, as));
