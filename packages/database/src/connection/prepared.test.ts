import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#database';
import { openTestDatabase } from '../testing/index.ts';
import { among, type Em, newId, prepared, preparedAsAsked, rowsOf } from './index.ts';

const onServer = process.env['TEST_DATABASE_URL'] !== undefined;
let database: Database;
beforeAll(async () => { database = await openTestDatabase(); });
afterAll(() => database.close());

test.skipIf(!onServer)('whatever shapes are asked for, what writes look up is prepared, and planned once', async () => {
  const ids = [newId()];
  await database.em.fork().transactional(async (inner) => {
    const em = inner as Em;
    for (let shape = 0; shape < 110; shape += 1) {
      await rowsOf(em, preparedAsAsked(ids, sql`select id, ${sql.raw(`${shape}`)} as shape from customer where id = ${among(ids)}`));
    }
    for (let run = 0; run < 8; run += 1) await rowsOf(em, prepared(sql`select name from customer where id = ${among(ids)}`));
    const kept = await rowsOf(em, sql<{ asked: number; planned: number }>`
      select count(*) filter (where statement like '%as asked%')::int as asked,
        max(generic_plans) filter (where statement like '%select name from customer%' and statement not like '%pg_prepared%')::int as planned
      from pg_prepared_statements`);
    expect(kept[0]?.asked).toBeLessThanOrEqual(100);
    expect(kept[0]?.planned).toBeGreaterThan(0);
  });
});
