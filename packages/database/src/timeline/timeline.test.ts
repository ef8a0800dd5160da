import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { aCustomer } from '../facts/rows.fixture.ts';
import { writingAs } from '../reliability/company.fixture.ts';
import { timelinePage } from './timeline.queries.ts';
import { openTestDatabase } from '../testing/index.ts';

let database: Database;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
});
afterAll(() => database.close());

test('a page of the timeline is read in the order of its index, and the events of one customer are not sorted for it', async () => {
  const id = await aCustomer(em);
  await rowsOf(em, sql`
    insert into timeline_event (customer_id, no, id, type, occurred_at, recorded_at, actor_kind, channel, origin, payload)
    select case when no <= 2000 then ${id}::uuid else gen_random_uuid() end, no, gen_random_uuid(), 'customerUpdated', now() - no * interval '1 minute', now(), 'SYSTEM', 'JOB', 'live', '{}'
    from generate_series(1, 20000) no`);
  await rowsOf(em, sql`analyze timeline_event`);
  const { viewer } = writingAs('administrator');
  const planOf = async (after?: readonly [string, string]) => {
    const plan = await rowsOf(em, sql<{ 'QUERY PLAN': string }>`explain ${timelinePage(sql`${id}::uuid`, { size: 20, after }, viewer, {})}`);
    return plan.map((line) => line['QUERY PLAN']).join('\n');
  };
  const first = await planOf();
  expect(first).toContain('using timeline_event_shown');
  // His events and those of everybody merged into him are put in one order at the end.
  expect(first.match(/Sort Key/g)).toHaveLength(1);
  expect(first).not.toContain('Presorted Key');
  // A later page begins where the one before ended.
  expect(await planOf([new Date().toISOString(), newId()])).toMatch(/timeline_event_shown.*\n\s+Index Cond: .*ROW\(/);
});
