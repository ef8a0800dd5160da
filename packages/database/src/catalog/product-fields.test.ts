import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, transact } from '#connection';
import type { Database } from '#database';
import { makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createProduct, updateProduct } from './index.ts';

const writing = writingAs('administrator');
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

test('no text of a product is longer than its name may be', async () => {
  const product = { code: 'A', name: 'Made' };
  const create = (more: object) => transact(database.em.fork(), (em) => createProduct(em, { ...product, ...more }, writing));
  for (const [field, length] of [['code', 201], ['name', 201], ['category', 4_000], ['unit', 1_000_000]] as const) {
    expect(await create({ [field]: 'x'.repeat(length) })).toMatchObject({ code: 'TOO_LONG', field, details: { maximum: 200 } });
  }
  const id = await create({ category: 'x'.repeat(200), unit: 'x'.repeat(200) });
  const update = (more: object, expectedVersion: number) => transact(database.em.fork(), (em) => updateProduct(em, { id: id as string, expectedVersion, ...more }, writing));
  expect(await update({ unit: 'x'.repeat(201) }, 1)).toMatchObject({ code: 'TOO_LONG', field: 'unit' });
  expect(await update({ category: null, unit: null }, 1)).toBe(id);
  expect(await rowsOf(database.em.fork(), sql`select category_id, unit from product`)).toEqual([{ category_id: null, unit: null }]);
});
