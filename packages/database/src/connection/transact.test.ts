import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '#testing';
import { type Em, transact } from './index.ts';
import { rowsOf, run } from './rows.ts';

// The embedded database has one session, in which nobody waits for another.
test.skipIf(!process.env['TEST_DATABASE_URL'])('of two decisions that wait for each other in a ring the one that is let go begins anew, and both are done', async () => {
  const database = await openTestDatabase();
  await run(database.em.fork(), sql`insert into partner (id, name) values (gen_random_uuid(), 'A'), (gen_random_uuid(), 'B')`);
  const write = (em: Em, name: string, by: string) => run(em, sql`update partner set name = name || ${by} where name like ${`${name}%`}`);
  let tries = 0;
  const both: (() => void)[] = [];
  const decide = (one: string, other: string, by: string) => transact(database.em, async (em) => {
    tries += 1;
    await write(em, one, by);
    // Nobody goes on before either holds his first.
    if (tries <= 2) await new Promise<void>((resolve) => { both.push(resolve); if (both.length === 2) both.forEach((go) => go()); });
    await write(em, other, by);
    return 'done';
  });
  expect(await Promise.all([decide('A', 'B', '1'), decide('B', 'A', '2')])).toEqual(['done', 'done']);
  // Once more than two, or oftener where the one that began anew was quicker than the one that waited.
  expect(tries).toBeGreaterThanOrEqual(3);
  const names = await rowsOf(database.em.fork(), sql<{ name: string }>`select name from partner order by name`);
  expect(names.map(({ name }) => [...name].toSorted().join(''))).toEqual(['12A', '12B']);
  await database.close();
});
