import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateBusinessLine } from '#company';
import { rowsOf, transact } from '#connection';
import type { Database } from '#database';
import type { OutboxEvent } from '#timeline';
import { writingAs } from '../../reliability/company.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';
import { Story } from '../life.fixture.ts';
import { followSettings } from './follow-settings.queries.ts';

let database: Database;
let story: Story;
beforeAll(async () => {
  database = await openTestDatabase();
  story = await Story.begin(database);
}, 120_000);
afterAll(() => database.close());

test('who buys in a line whose usual rhythm is changed is counted by the new one, and nobody else', async () => {
  const [buyer, other, nobody] = [await story.customer('2025-01-10'), await story.customer('2025-01-10'), await story.customer('2025-01-10')];
  await story.order('2025-01-10', buyer);
  await story.order('2025-01-10', other, { line: 'L2' });
  const em = () => database.em.fork();
  const now = new Date('2025-01-20T10:00:00Z');
  await story.tick(now);
  const rhythms = async () => (await rowsOf<{ days: number | null }>(em(), sql`
    select rhythm_days as days from customer_facts where customer_id = any(${[buyer, other, nobody]}::uuid[]) order by array_position(${[buyer, other, nobody]}::uuid[], customer_id)`)).map(({ days }) => days);
  const [before = 0, others, none] = await rhythms();
  const [line] = await rowsOf<{ id: string; version: number }>(em(), sql`select l.id, l.version from sales_order o join business_line l on l.id = o.line_id where o.customer_id = ${buyer}::uuid`);
  const [company] = await rowsOf<{ id: string; zone: string; currency: string; country: string }>(em(), sql`select id, zone, currency, country from company`);
  const writing = { ...writingAs('administrator'), now, company: company! };
  expect(isRefused(await transact(em(), (inner) => updateBusinessLine(inner, { id: line!.id, expectedVersion: line!.version, fallbackRhythmDays: 30 }, writing)))).toBe(false);
  const events = await rowsOf<OutboxEvent>(em(), sql`select type, payload, customer_id as "customerId" from timeline_event where type = 'businessLineUpdated'`);
  await followSettings(em(), events, now);
  expect(await rowsOf(em(), sql`select customer_id as id from customer_facts where next_review_at <= ${now.toISOString()}::timestamptz`)).toEqual([{ id: buyer }]);
  await story.tick(new Date('2025-01-20T10:01:00Z'));
  expect([before, await rhythms()]).toEqual([before, [30, others, none]]);
  expect(before).not.toBe(30);
});
