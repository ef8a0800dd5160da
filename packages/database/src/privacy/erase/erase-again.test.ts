import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { mergeCustomers } from '#merging';
import { openOpportunity } from '#opportunities';
import { done, makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';
import { eraseAgain } from './erase-again.queries.ts';

const writing = writingAs('administrator');
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

const write = (effect: Parameters<typeof transact>[1]) => transact(database.em.fork(), effect) as Promise<string>;
const customer = async (name: string) => {
  const id = await done(write((em) => createCustomer(em, { kind: 'PERSON', name }, writing)));
  await done(write((em) => openOpportunity(em, { customerId: id, title: 'Prensa' }, writing)));
  return id;
};
const erasureOf = (...parts: string[]) => ({
  id: newId(), customerId: parts[0]!, contactId: null, parts, reason: 'REQUEST' as const, erasedAt: writing.now.toISOString(), erasedBy: writing.actor.id, salt: 'AAAA', keyHashes: [],
});
const standing = () => rowsOf<{ name: string; open: number; cycles: number }>(database.em.fork(), sql`
  select split_part(c.name, ' ', 1) as name, count(*) filter (where o.status = 'OPEN')::int as open,
    (select count(*)::int from cycle y join customer p on p.id = y.customer_id where coalesce(p.merged_into, p.id) = c.id and y.phase <> 'CLOSED') as cycles
  from customer c join customer part on coalesce(part.merged_into, part.id) = c.id join opportunity o on o.customer_id = part.id
  group by c.id order by 1, 2`);

test('of those who became one after the backup was made, each leaves: nothing of theirs stays on the board', async () => {
  const [one, other] = [await customer('Eva'), await customer('Evita')];
  const erasure = erasureOf(one, other);
  expect(await transact(database.em.fork(), (em) => eraseAgain(em, erasure, writing) as never)).toBe(true);
  expect(await standing()).toEqual([{ name: 'Erased', open: 0, cycles: 0 }, { name: 'Erased', open: 0, cycles: 0 }]);
});

test('with whom he was one when the backup was made, and is not erased, only what was his own ends', async () => {
  const [living, other] = [await customer('Living'), await customer('Other')];
  const versions = await rowsOf<{ id: string; version: number }>(database.em.fork(), sql`select id, version::int from customer where id = any(${[living, other]}::uuid[])`);
  const at = (id: string) => ({ id, expectedVersion: versions.find((one) => one.id === id)!.version });
  await done(write((em) => mergeCustomers(em, { survivorId: living, expectedVersion: at(living).expectedVersion, others: [at(other)] }, writing)));
  const erasure = erasureOf(other);
  expect(await transact(database.em.fork(), (em) => eraseAgain(em, erasure, writing) as never)).toBe(true);
  expect((await standing()).filter(({ name }) => name === 'Living')).toEqual([{ name: 'Living', open: 1, cycles: 1 }]);
});
