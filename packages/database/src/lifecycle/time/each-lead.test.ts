import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { Story } from '../life.fixture.ts';

let database: Database;
let story: Story;
beforeAll(async () => {
  database = await openTestDatabase();
  story = await Story.begin(database);
}, 120_000);
afterAll(() => database.close());

const told = (customerId: string) => rowsOf<{ type: string; at: string }>(database.em.fork(), sql`
  select type, occurred_at as at from timeline_event where customer_id = ${customerId}::uuid and type in ('leadUnanswered', 'nurtureEnded') order by occurred_at`);

test('of several leads of one customer each is told when it waits too long, and when it has rested enough', async () => {
  const id = await story.customer('2025-01-06');
  const [first, second] = [await story.lead('2025-01-07', id), await story.lead('2025-01-09', id)];
  await story.tick(new Date('2025-01-08T23:00:00Z'));
  await story.tick(new Date('2025-01-10T23:00:00Z'));
  expect((await told(id)).map(({ type }) => type)).toEqual(['leadUnanswered', 'leadUnanswered']);
  await story.recycled('2025-01-11', first, '2025-03-01');
  await story.recycled('2025-01-12', second, '2025-02-01');
  await story.tick(new Date('2025-02-10T00:00:00Z'));
  await story.tick(new Date('2025-03-10T00:00:00Z'));
  expect((await told(id)).slice(2).map(({ type, at }) => [type, new Date(at).toISOString().slice(0, 10)])).toEqual([['nurtureEnded', '2025-02-01'], ['nurtureEnded', '2025-03-01']]);
  await story.tick(new Date('2025-04-10T00:00:00Z'));
  expect(await told(id)).toHaveLength(4);
});
