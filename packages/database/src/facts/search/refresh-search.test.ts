import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { aCustomer, at, counting, insertRows } from '../rows.fixture.ts';
import { forgetUnusedWords, refreshSearch } from './refresh-search.ts';
import { openTestDatabase } from '../../testing/index.ts';

let database: Database;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
});
afterAll(() => database.close());

const found = async (query: string) =>
  (await rowsOf(em, sql<{ id: string }>`select customer_id as id from customer_search where words @@ ${query}::tsquery`)).map(({ id }) => id);

test('a customer is found by names, e-mail, telephone, tax id, city and ids elsewhere; personal words have weight B', async () => {
  const id = await aCustomer(em, { kind: 'ORGANISATION', name: 'Bodegas Muñoz-Ruiz, S.L.', name_key: 'bodegas munoz ruiz', tax_id: 'B-58378431' });
  const contact = newId();
  const dated = { created_at: at('2025-01-01'), updated_at: at('2025-01-01') };
  await insertRows(em, 'contact', [{ id: contact, customer_id: id, given_name: 'Íñigo', name_key: 'inigo', ...dated }]);
  const point = (kind: string, value: string, normalised: string) => ({ id: newId(), customer_id: id, kind, value, normalised, created_at: at('2025-01-01') });
  await insertRows(em, 'contact_point', [point('EMAIL', "I.O'Neil@Bodegas.es", "i.o'neil@bodegas.es"), point('MOBILE', '612 34 56 78', '+34612345678')]);
  await insertRows(em, 'address', [{ id: newId(), customer_id: id, kind: 'BILLING', city: 'Logroño', city_key: 'logrono', valid_from: at('2025-01-01') }]);
  await insertRows(em, 'customer_identity', [{ kind: 'EXTERNAL_ID', value: 'holded:A17', customer_id: id }]);
  const counted = counting(em);
  await refreshSearch(counted.em, [id]);
  expect(counted.statements()).toBe(2);
  for (const query of ['bode:*A', "'munoz-ruiz':A", 'ruiz:A', 'inigo:A', 'a17:A']) expect([query, await found(query)]).toEqual([query, [id]]);
  for (const query of ["'neil@bodegas.es':B", '34612345678:B', '61234:*B', 'b58378431:B', 'logrono:B']) {
    expect([query, await found(query)]).toEqual([query, [id]]);
    expect([query, await found(query.replace(/B$/, 'A'))]).toEqual([query, []]);
  }
  expect(await rowsOf(em, sql`select word from search_word where word in ('munoz', 'logrono', '612345678')`)).toEqual([{ word: 'munoz' }]);
});

test('a merged customer is found through his root, and unused words are forgotten', async () => {
  const root = await aCustomer(em, { name: 'Raíz' });
  const loser = await aCustomer(em, { name: 'Perdedora' });
  await rowsOf(em, sql`update customer set merged_into = ${root}::uuid where id = ${loser}::uuid`);
  await refreshSearch(em, [loser]);
  expect((await found('perdedora')).toSorted()).toEqual([root, loser].toSorted());
  await rowsOf(em, sql`update customer set merged_into = null, name = 'Otra', name_key = 'otra' where id = ${loser}::uuid`);
  await refreshSearch(em, [loser, root]);
  expect(await found('perdedora')).toEqual([]);
  expect(await forgetUnusedWords(em)).toBe(1);
  expect(await rowsOf(em, sql`select word from search_word where word = 'perdedora'`)).toEqual([]);
});

test('an organisation of more people than an index entry holds is found by what is its own, and each of its people by what is his', async () => {
  const id = await aCustomer(em, { kind: 'ORGANISATION', name: 'Ayuntamiento', tax_id: 'P2600001J' });
  const people = Array.from({ length: 3000 }, (_, place) => ({ id: newId(), name: `${place}`.padStart(90, 'n'), point: newId(), email: `${`${place}`.padStart(90, 'e')}@ayuntamiento.example` }));
  const dated = { created_at: at('2025-01-01'), updated_at: at('2025-01-01') };
  await insertRows(em, 'contact', people.map((one) => ({ id: one.id, customer_id: id, given_name: one.name, family_name: `de ${one.name}s`, name_key: one.name, ...dated })));
  await insertRows(em, 'contact_point', people.map((one) => ({ id: one.point, customer_id: id, contact_id: one.id, kind: 'EMAIL', value: one.email, normalised: one.email, created_at: at('2025-01-01') })));
  await insertRows(em, 'customer_identity', [{ kind: 'EXTERNAL_ID', value: 'holded:B99', customer_id: id }]);
  await refreshSearch(em, [id]);
  for (const query of ['ayuntamiento:A', 'b99:A', 'p2600001j:B']) expect([query, await found(query)]).toEqual([query, [id]]);
  const last = people.at(-1)!;
  expect(await rowsOf(em, sql`select contact_id as id from contact_search where words @@ ${`${last.email.slice(0, 90)}:B`}::tsquery`)).toEqual([{ id: last.id }]);
});
