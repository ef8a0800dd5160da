import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '#testing';
import { pickPage } from './customer-list.queries.ts';
import { sortedFacts } from './sort-source.queries.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const viewer: Viewer = { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' };
let database: Database;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await em.begin();
  // In a table without rows any plan is as good: what is dear is forbidden, and only an index can then give the order.
  for (const way of ['seqscan', 'sort', 'incremental_sort', 'bitmapscan']) await em.execute(`set local enable_${way} = off`);
});
afterAll(async () => {
  await em.rollback();
  await database.close();
});

// A fact that is never missing has no rows without it to put in order.
const rowsThatCannotBe = /Sort Key: .*\n\s*->\s+Result/g;

const ways = sortedFacts.flatMap((by) => [false, true].flatMap((descending) => [false, true].map((backwards) => ({ by, descending, backwards }))));

const values: Readonly<Record<string, string>> = { name: 'Bodegas', city: 'Haro', country: 'ES', customerSince: '2026-01-01T00:00:00Z', lastOrderAt: '2026-01-01T00:00:00Z' };

async function planOf(by: string, descending: boolean, backwards: boolean, after?: readonly [string, string]): Promise<string> {
  const page = pickPage({}, { order: { by, descending }, backwards, size: 20, after }, viewer, now);
  const lines = await rowsOf(em, sql<{ 'QUERY PLAN': string }>`explain ${page}`);
  return lines.map((line) => line['QUERY PLAN']).join('\n').replace(rowsThatCannotBe, '');
}

test.each(ways)('a page by $by (descending $descending, backwards $backwards) is a scan of an index from its place on', async ({ by, descending, backwards }) => {
  const first = await planOf(by, descending, backwards);
  expect(first).toContain('using customer_facts_');
  expect(first).not.toContain('Sort Key');
  const later = await planOf(by, descending, backwards, [values[by] ?? '5', newId()]);
  expect(later).not.toContain('Sort Key');
  expect(later).toMatch(/Index Cond: .*(?: = .*customer_id [<>]|ROW\(.*customer_id\) [<>] ROW)/);
});
