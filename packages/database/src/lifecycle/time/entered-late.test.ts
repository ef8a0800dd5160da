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

test('an order that is entered late moves its customer when it is entered: where he stood before stays as it was', async () => {
  const id = await story.customer('2025-01-01');
  await story.order('2025-06-10', id, { placed: '2025-03-01' });
  const visits = () => rowsOf<{ stage: string; entered: string; left: string | null }>(database.em.fork(), sql`
    select stage, entered_at::date::text as entered, left_at::date::text as left from stage_visit where customer_id = ${id}::uuid and model = 'operational' order by no`);
  const before = await visits();
  expect(before).toEqual([
    { stage: 'FIRST_CONTACT', entered: '2025-01-01', left: '2025-06-10' }, { stage: 'RENEWAL_AND_GROWTH', entered: '2025-06-10', left: null }]);
  await story.tick(new Date('2025-06-10T23:00:00Z'));
  expect(await visits()).toEqual(before);
});
