import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#database';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { runAsKept, type RunWith } from './kept-statement.ts';
import { newId } from './new-id.ts';

let database: Database;
beforeAll(async () => { database = await openTestDatabase(); });
afterAll(() => database.close());

const runs = [1, 2, 3, 4].map((day): RunWith => ({ id: newId(), now: new Date(Date.UTC(2026, 0, day)) }));

it('writes a statement out for its shape, and runs it with what it is asked with', async () => {
  let written = 0;
  const write = ({ id, now }: RunWith) => {
    written += 1;
    return sql<{ id: string; day: string; same: boolean }>`select ${id}::uuid as id, ${now.toISOString()}::timestamptz::date::text as day, ${id}::uuid = ${id}::uuid as same, ${7}::int as seven`;
  };
  const shape = { of: {}, key: 'a' };
  for (const given of runs) {
    const [row] = await runAsKept(database.em.fork(), shape, given, write);
    expect(row).toEqual({ id: given.id, day: given.now.toISOString().slice(0, 10), same: true, seven: 7 });
  }
  // The first run, the second, and the second for another's sake to see that nothing else changes.
  expect(written).toBe(4);
  await runAsKept(database.em.fork(), { of: shape.of, key: 'b' }, runs[0]!, write);
  expect(written).toBe(5);
});

it('keeps none of which more hangs on what it is run with', async () => {
  const shapes = {
    text: (given: RunWith) => sql<{ month: number }>`select ${sql.raw(String(given.now.getUTCMonth() + given.now.getUTCDate()))}::int as month`,
    parameter: (given: RunWith) => sql<{ month: number }>`select ${given.now.getUTCMonth() + given.now.getUTCDate()}::int as month`,
  };
  for (const [key, write] of Object.entries(shapes)) {
    for (const given of runs) {
      expect(await runAsKept(database.em.fork(), { of: shapes, key }, given, write)).toEqual([{ month: given.now.getUTCDate() }]);
    }
  }
});
