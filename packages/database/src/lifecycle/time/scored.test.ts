import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf } from '#connection';
import type { Database } from '#database';
import { score } from '#facts';
import { at } from '../../facts/rows.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';
import { Story } from '../life.fixture.ts';

let database: Database;
let story: Story;
beforeAll(async () => {
  database = await openTestDatabase();
  story = await Story.begin(database);
}, 120_000);
afterAll(() => database.close());

const read = <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> => rowsOf(database.em.fork() as Em, query);

test('who is worth more, or less, since everybody was scored stands where that puts him, from that instant on; whom it does not touch is left alone', async () => {
  const ids: string[] = [];
  for (let place = 0; place < 25; place++) {
    const id = await story.customer('2025-03-01');
    ids.push(id);
    await story.order('2025-03-01', id, { amount: String(10 + place) });
  }
  const best = ids.at(-1)!;
  for (const day of ['2025-03-08', '2025-03-15']) await story.order(day, best, { amount: '34' });
  const scored = at('2025-03-20');
  const stages = () => read<{ programme: string; since: Date }>(sql`
    select stages->'programme'->>'stage' as programme, (stages->'programme'->>'since')::timestamptz as since from customer_facts where customer_id = ${best}::uuid`);
  expect(await stages()).toMatchObject([{ programme: 'BUILD_LOYALTY' }]);
  expect(await score(database.em.fork(), { now: scored, zone: 'UTC', asOf: '2025-03-20' })).toMatchObject({ changed: 25 });
  await story.tick(new Date(scored.getTime() + 60_000));
  const [stands] = await stages();
  expect([stands?.programme, new Date(stands!.since)]).toEqual(['MAXIMISE', scored]);
  expect(await read(sql`select payload->'moves' is not null as told from timeline_event where customer_id = ${best}::uuid and type = 'stageChanged' and occurred_at = ${scored.toISOString()}::timestamptz`)).toHaveLength(1);
  const due = () => read(sql`select customer_id from customer_facts where next_review_at <= ${scored.toISOString()}::timestamptz`);
  expect(await due()).toEqual([]);
  // The same scores once more: nobody is looked at again.
  expect(await score(database.em.fork(), { now: scored, zone: 'UTC', asOf: '2025-03-20' })).toMatchObject({ changed: 0 });
  expect(await due()).toEqual([]);
}, 120_000);
