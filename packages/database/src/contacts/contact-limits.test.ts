import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { addContact, type ContactFields, updateContact } from './index.ts';

const writing = writingAs('administrator');
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

test('what a contact is called and does has the length that a lead may say of him', async () => {
  const customerId = await done(transact(database.em.fork(), (em) => createCustomer(em, { kind: 'ORGANISATION', name: 'Bodegas' }, writing)));
  const add = (fields: ContactFields) => transact(database.em.fork(), (em) => addContact(em, { customerId, givenName: 'Eva', ...fields }, writing));
  expect(await add({ jobTitle: ` ${'x'.repeat(100)} `, role: 'DECIDES' })).toBe(customerId);
  const [contact] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from contact`);
  const update = (fields: ContactFields) => transact(database.em.fork(), (em) => updateContact(em, { id: contact!.id, customerId, expectedVersion: 1, ...fields }, writing));
  for (const field of ['givenName', 'familyName', 'jobTitle', 'role'] as const) {
    const refusal = { code: 'TOO_LONG', field, details: { maximum: 100 } };
    expect(await add({ [field]: 'x'.repeat(500_000) })).toMatchObject(refusal);
    expect(await update({ [field]: 'x'.repeat(101) })).toMatchObject(refusal);
  }
  expect(await update({ jobTitle: null })).toBe(customerId);
  expect(await rowsOf(database.em.fork(), sql`select job_title, role from contact`)).toEqual([{ job_title: null, role: 'DECIDES' }]);
});
