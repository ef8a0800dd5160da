import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
});
afterEach(() => database.close());

const persons = {
  room: 'customers', system: 'crm', files: { rows: {} },
  customer: { givenName: 'first', familyName: 'last', email: 'mail', birthDate: 'born', addressLine1: 'street', postalCode: 'zip', city: 'city', country: { constant: 'ES' } },
};
const head = 'first,last,mail,born,street,zip,city\n';
const load = (rows: string, more: object = {}) => loadText(database, { ...persons, ...more }, head + rows);
const called = () => rowsOf(database.em.fork(), sql`
  select c.name, (select string_agg(i.kind, ',' order by i.kind) from customer_identity i where i.customer_id = c.id) as keys from customer c order by c.name`);

test('an e-mail under another name identifies neither: who has it keeps it, the other is made, and the same file again changes nothing', async () => {
  await load('María,Pérez Soto,family@soto.example,,,,\n');
  const file = 'Wenceslao,Rebolledo,family@soto.example,,,,\nMaria,Perez Soto,family@soto.example,,,,\n';
  expect((await load(file)).state.rows).toMatchObject({ created: 1, unchanged: 1, refused: 0 });
  expect(await called()).toEqual([{ name: 'María Pérez Soto', keys: 'EMAIL' }, { name: 'Wenceslao Rebolledo', keys: 'EXTERNAL_ID' }]);
  const before = await checksum(database.em.fork());
  expect((await load(file)).state.rows).toMatchObject({ created: 0, unchanged: 2 });
  expect(await checksum(database.em.fork())).toEqual(before);
});

test('so it is of two who share one within a file', async () => {
  expect((await load('Ana,Ferro,we@two.example,,,,\nWenceslao,Rebolledo,we@two.example,,,,\n')).state.rows).toMatchObject({ created: 2 });
});

const known = 'Lucía,Valcárcel Otero,,1984-05-12,Rúa do Franco 12,15702,Santiago\n';
const alike = 'Lucia,Valcarcel Otero,lucia@otero.example,1984-05-12,Rua do Franco 12,15702,Santiago\n';

test.each([
  ['ask', { created: 1, updated: 0, skipped: 0 }, 2], ['attach', { created: 0, updated: 1, skipped: 0 }, 1], ['skip', { created: 0, updated: 0, skipped: 1 }, 1],
])('one who is very like somebody without a key in common: %s', async (onLikely, rows, customers) => {
  await load(known);
  expect((await load(alike, { onLikely })).state.rows).toMatchObject(rows);
  expect(await called()).toHaveLength(customers);
  // Whoever was taken for him is known by his own keys from then on.
  expect((await load(alike, { onLikely })).state.rows).toMatchObject({ created: 0, updated: 0 });
});
