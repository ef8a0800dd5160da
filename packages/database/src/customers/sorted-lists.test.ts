import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '#testing';
import { pickPage, sortedFacts } from './customer-list.queries.ts';

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

test.each(ways)('a page by $by (descending $descending, backwards $backwards) is a scan of an index, nothing is sorted', async ({ by, descending, backwards }) => {
  const page = { order: { by, descending }, backwards, size: 20 };
  const lines = await rowsOf(em, sql<{ 'QUERY PLAN': string }>`explain ${pickPage({}, page, viewer, now)}`);
  const plan = lines.map((line) => line['QUERY PLAN']).join('\n').replace(rowsThatCannotBe, '');
  expect(plan).toContain('using customer_facts_');
  expect(plan).not.toContain('Sort Key');
});
