import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { customerById } from '#customers';
import { openTestDatabase } from '#testing';
import { newId } from './new-id.ts';
import { rowsOf } from './rows.ts';

// The embedded database plans each statement anew.
test.skipIf(!process.env['TEST_DATABASE_URL'])('a customer is looked up by one plan a connection, whoever he is; a list is planned for what it asks', async () => {
  const database = await openTestDatabase();
  const em = database.em.fork();
  const none = { fields: new Set<string>(), facts: new Set<string>() };
  const viewer = { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' } as const;
  await em.transactional(async (inner) => {
    for (let turn = 0; turn < 3; turn += 1) expect(await customerById(inner, newId(), none, viewer, new Date())).toBeNull();
    const kept = await rowsOf(inner, sql<{ statement: string; runs: string }>`select statement, generic_plans + custom_plans as runs from pg_prepared_statements`);
    expect(kept.map(({ runs }) => Number(runs))).toEqual([3]);
    expect(kept[0]?.statement).toContain('from customer asked');
  });
  await database.close();
});
