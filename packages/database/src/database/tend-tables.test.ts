import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, run } from '#connection';
import { openTestDatabase } from '../testing/index.ts';
import { type Database, tendTables } from './index.ts';

let database: Database;
beforeAll(async () => { database = await openTestDatabase(); });
afterAll(() => database.close());

test('the embedded database learns how many rows there are and uses again what was deleted; a server does so by itself', async () => {
  const em = database.em.fork();
  const counts = async () => {
    await run(em, sql`select pg_stat_force_next_flush()`);
    return (await rowsOf(em, sql<{ known: number; dead: number }>`
    select c.reltuples::int as known, s.n_dead_tup::int as dead from pg_class c join pg_stat_user_tables s on s.relid = c.oid where c.relname = 'search_word'`))[0];
  };
  await tendTables(database);
  await run(em, sql`insert into search_word (word) select 'word' || n from generate_series(1, 1000) n`);
  if (database.kind === 'PostgreSQL') {
    expect(await tendTables(database)).toEqual([]);
    return;
  }
  expect(await tendTables(database)).toEqual(['search_word']);
  expect(await counts()).toEqual({ known: 1000, dead: 0 });
  expect(await tendTables(database)).toEqual([]);
  await run(em, sql`delete from search_word where word like 'word1%'`);
  expect((await counts())!.dead).toBe(112);
  expect(await tendTables(database)).toEqual([]);
  await run(em, sql`delete from search_word where word like 'word2%' or word like 'word3%'`);
  expect(await tendTables(database)).toEqual(['search_word']);
  expect(await counts()).toEqual({ known: 666, dead: 0 });
});
