import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { refreshFacts } from '#facts';
import { appendEvents, joinOutbox, readOutbox } from '#timeline';
import { aCustomer, aLine, anOrder } from '../facts/rows.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { followEvents, refreshSegmentMembers } from './index.ts';

let database: Database;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
});
afterAll(() => database.close());

test('a reader of events keeps members in step, and the next count counts them', async () => {
  const now = new Date('2026-06-15T10:00:00Z');
  const [lineId, id, companyId] = [await aLine(em), newId(), newId()];
  const [buyer, other] = [await aCustomer(em), await aCustomer(em)];
  await joinOutbox(em, 'segment-members');
  const tell = (customerId: string, type: string, payload = {}) => em.fork().transactional((inner) =>
    appendEvents(inner as Em, [{ customerId, type, occurredAt: now, payload }], { kind: 'SYSTEM', id: null, channel: 'JOB' }, now));
  // Transactions of other databases on the same server may hold a reading up.
  const read = (at: Date) => vi.waitFor(async () => {
    expect(await readOutbox(em, 'segment-members', (inner, events) => followEvents(inner, events, at))).toBeGreaterThan(0);
  }, { timeout: 10_000 });
  const members = () => rowsOf(em, sql`select customer_id as id, left_at::text as left from segment_member where segment_id = ${id}::uuid`);
  await refreshFacts(em, [buyer, other], { now, zone: 'UTC' });

  await rowsOf(em, sql`insert into segment (id, name, kind, rule, shared, created_at, updated_at) values (${id}::uuid, 'Buyers', 'RULE',
    ${JSON.stringify({ and: [{ fact: 'ordersCount', is: 'ge', value: 1 }, { fact: 'lastOrderAt', is: 'daysSince', compare: 'lt', days: 3 }] })}::jsonb, true, now(), now())`);
  await tell(companyId, 'segmentCreated', { id });
  await read(now);
  expect(await members()).toEqual([]);

  await anOrder(em, { customerId: buyer, lineId, placedAt: now });
  await refreshFacts(em, [buyer, other], { now, zone: 'UTC' });
  for (const customerId of [buyer, other]) await tell(customerId, 'orderPlaced');
  await read(new Date(now.getTime() + 1000));
  expect(await members()).toEqual([{ id: buyer, left: null }]);
  const [facts] = await rowsOf(em, sql<{ due: boolean }>`select next_review_at = ${new Date(now.getTime() + 3 * 86_400_000).toISOString()}::timestamptz as due from customer_facts where customer_id = ${buyer}::uuid`);
  expect(facts).toEqual({ due: true });
  const counted = await em.fork().transactional((inner) => refreshSegmentMembers(inner as Em, id, new Date(now.getTime() + 2000)));
  expect(counted).toEqual({ members: 1, entered: 1, departed: 0 });

  await tell(buyer, 'tagged');
  await read(new Date(now.getTime() + 4 * 86_400_000));
  expect(await members()).toEqual([{ id: buyer, left: '2026-06-19 10:00:00+00' }]);
});
