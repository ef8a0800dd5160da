import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf, transact } from '#connection';
import type { Database } from '#database';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createCustomField } from './index.ts';

const writing = writingAs('administrator');
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

test('two fields that are made at once, the first of their entity too, take a name and a place each', async () => {
  const make = (em: Em) => createCustomField(em, { entity: 'LEAD', type: 'TEXT', label: { en: 'Note', es: 'Nota' } }, writing);
  for (let pair = 0; pair < 2; pair += 1) {
    let comes: Promise<string> | undefined;
    await done(transact(database.em.fork(), async (em) => {
      const made = await make(em);
      comes = done(transact(database.em.fork(), make));
      comes.catch(() => undefined);
      await setTimeout(150);
      return made;
    }));
    await comes;
  }
  const rows = await rowsOf(database.em.fork(), sql`select name, position from custom_field order by position`);
  expect(rows).toEqual(['note', 'note2', 'note3', 'note4'].map((name, position) => ({ name, position })));
});
