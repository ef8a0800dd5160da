import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId, run, transact } from '#connection';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { countStatements, openTestDatabase } from '../testing/index.ts';
import { createCustomer, previewUpdates, updateCustomers } from './index.ts';

const writing = writingAs('administrator');
const eva = newId();
const statements: string[] = [];
let database: Database;
let ids: string[];
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
  await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${eva}::uuid, 'Eva', 'eva@x.example', 'sales')`);
  for (const type of ['USER', 'CUSTOMER'] as const) {
    await write((em) => createCustomField(em, { entity: 'CUSTOMER', name: `of${type}`, type, label: { en: type, es: type } }, writing));
  }
  countStatements(database, statements);
});
afterAll(() => database.close());
beforeEach(async () => {
  ids = [];
  for (const name of ['Alba', 'Boreal', 'Cima', 'Duna']) ids.push(await write((em) => createCustomer(em, { kind: 'ORGANISATION', name }, writing)));
  statements.length = 0;
});
const write = (verb: Parameters<typeof transact<string>>[1]) => done(transact(database.em.fork(), verb));

/** How often people are read while these customers are changed, first only as a look ahead. */
async function readings(asked: readonly string[], patch: object): Promise<number[]> {
  const patchOf = ({ id }: { readonly id: string }) => ({ id, ...patch });
  const counted: number[] = [];
  for (const decide of [previewUpdates, updateCustomers]) {
    statements.length = 0;
    const answers = await transact(database.em.fork(), (em) => decide(em, asked, patchOf, writing));
    expect(answers).toEqual(asked.map((id) => expect.objectContaining({ id, changed: expect.objectContaining({}) })));
    counted.push(statements.filter((text) => text.includes('app_user')).length);
  }
  return counted;
}

test('to whom many customers are handed is read once, and so is whom they are linked to', async () => {
  const links = [{ name: 'ofUSER', userId: eva }, { name: 'ofCUSTOMER', customerId: ids[3]! }];
  for (const patch of [{ ownerId: eva }, { custom: links }]) expect(await readings(ids, patch)).toEqual([1, 1]);
});
