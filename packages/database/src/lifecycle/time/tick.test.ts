import { customerCatalogue } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { appendEvents } from '#timeline';
import { aCustomer, aLine, anOrder, at, factsRow, insertRows, withoutModels } from '../../facts/rows.fixture.ts';
import { refreshFacts, reviewInstants } from '#facts';
import { rowInstants } from '../../facts/refresh/review-part.ts';
import { lockCustomers } from './lock-customers.ts';
import { tick } from './tick.ts';
import { openTestDatabase } from '../../testing/index.ts';

let database: Database;
let em: Em;
let lineId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  lineId = await aLine(em);
  await withoutModels(em);
});
afterAll(() => database.close());
beforeEach(() => rowsOf(em, sql`update customer_facts set next_review_at = null`));

const utc = (day: string) => ({ now: at(day), zone: 'UTC' });
const buyer = async (...days: string[]) => {
  const customerId = await aCustomer(em);
  for (const day of days) await anOrder(em, { customerId, lineId, placedAt: at(day) });
  await refreshFacts(em, [customerId], utc(days.at(-1)!));
  return customerId;
};
const events = (customerId: string) => rowsOf(em, sql<{ type: string; occurred: number; recorded: number }>`
  select type, (extract(epoch from occurred_at) * 1000)::float8 as occurred, (extract(epoch from recorded_at) * 1000)::float8 as recorded from timeline_event where customer_id = ${customerId}::uuid order by no`);

describe('life 5, recurrent: offer 04-23, alarm 05-31, lapses 06-30', () => {
  const life = ['2025-01-01', '2025-01-31', '2025-03-02', '2025-04-01'];
  const told = [
    { type: 'offerDue', occurred: at('2025-04-23').getTime() },
    { type: 'alarmReached', occurred: at('2025-05-31').getTime() },
    { type: 'lapsed', occurred: at('2025-06-30').getTime() },
  ];

  test('each is told at its instant, not a millisecond before, and once', async () => {
    const id = await buyer(...life);
    expect(await tick(em, { now: new Date(at('2025-04-23').getTime() - 1), zone: 'UTC' })).toEqual({ customerIds: [], flips: [] });
    expect(await tick(em, utc('2025-04-23'))).toEqual({ customerIds: [id], flips: [{ customerId: id, at: at('2025-04-23').getTime(), fact: 'nextOfferAt' }] });
    expect(await tick(em, utc('2025-04-23'))).toEqual({ customerIds: [], flips: [] });
    for (const day of ['2025-05-01', '2025-05-31', '2025-05-31', '2025-06-30', '2025-07-01']) await tick(em, utc(day));
    expect(await events(id)).toMatchObject(told);
    expect(await factsRow(em, id)).toMatchObject({ next_review_at: '2026-01-01T00:00:00.000Z' });
  });

  test('a late job records the same instants, in their order', async () => {
    const id = await buyer(...life);
    await tick(em, utc('2025-09-01'));
    expect(await events(id)).toMatchObject(told.map((event) => ({ ...event, recorded: at('2025-09-01').getTime() })));
  });

  test('a write in between does not swallow what came true before it', async () => {
    const id = await buyer(...life);
    await refreshFacts(em, [id], utc('2025-06-01'));
    await tick(em, utc('2025-06-02'));
    expect(await events(id)).toMatchObject(told.slice(0, 2));
  });

  test('what was past when the customer came is history, not news', async () => {
    const id = await aCustomer(em);
    await anOrder(em, { customerId: id, lineId, placedAt: at('2020-01-01') });
    await refreshFacts(em, [id], utc('2025-06-01'));
    await tick(em, utc('2025-06-02'));
    expect(await events(id)).toEqual([]);
  });

  test('takes no more than its limit, the longest due first, and nothing of hidden customers', async () => {
    const [first, second, hidden] = [await buyer('2024-01-01'), await buyer('2024-02-01'), await buyer('2023-01-01')];
    await rowsOf(em, sql`update customer set deleted_at = now() where id = ${hidden}::uuid`);
    await refreshFacts(em, [hidden], utc('2025-01-01'));
    const taken = [];
    for (let round = 0; round < 3; round += 1) taken.push((await tick(em, { ...utc('2026-06-01'), limit: 1 })).customerIds);
    expect(taken).toEqual([[first], [second], []]);
  });
});

describe('clock predicates of segments', () => {
  const segment = (rule: unknown) => insertRows(em, 'segment', [{ id: newId(), name: newId(), kind: 'RULE', rule: JSON.stringify(rule),
    created_at: at('2025-01-01'), updated_at: at('2025-01-01') }]);

  test('a new segment brings reviews forward, and refreshing keeps them', async () => {
    const id = await buyer('2025-01-01');
    expect(await factsRow(em, id)).toMatchObject({ next_review_at: at('2025-04-01').toISOString() });
    await segment({ and: [{ fact: 'lastOrderAt', is: 'daysSince', compare: 'ge', days: 14 }, { not: { fact: 'alarmAt', is: 'daysUntil', compare: 'le', days: 230 } }] });
    expect(await reviewInstants(em, { now: at('2025-01-02') })).toBeGreaterThan(0);
    // Alarm on 2025-08-29: 231 whole days before it, and a millisecond, is 2025-01-10.
    const untilFlips = new Date(at('2025-01-10').getTime() + 1).toISOString();
    expect(await factsRow(em, id)).toMatchObject({ next_review_at: untilFlips });
    await refreshFacts(em, [id], utc('2025-01-03'));
    expect(await factsRow(em, id)).toMatchObject({ next_review_at: untilFlips });
    await tick(em, utc('2025-01-12'));
    expect(await factsRow(em, id)).toMatchObject({ next_review_at: at('2025-01-15').toISOString() });
    await tick(em, utc('2025-01-15'));
    expect(await factsRow(em, id)).toMatchObject({ next_review_at: at('2025-01-16').toISOString() });
  });
});

describe('clock predicates inside some and none', () => {
  test('count the rows of the customer and of whoever was merged into him', async () => {
    const rule = { or: [
      { not: { some: 'orders', where: { and: [{ fact: 'amount', is: 'gt', value: 1 }, { fact: 'placedAt', is: 'daysSince', compare: 'le', days: 9 }] } } },
      { none: 'activities', where: { fact: 'occurredAt', is: 'reached' } }] };
    await insertRows(em, 'segment', [{ id: newId(), name: newId(), kind: 'RULE', rule: JSON.stringify(rule), created_at: at('2025-01-01'), updated_at: at('2025-01-01') }]);
    const id = await buyer('2025-02-01', '2025-02-05');
    const review = async () => (await factsRow(em, id))['next_review_at'];
    expect(await review()).toBe(at('2025-02-10').toISOString());
    const flips = [];
    for (const day of ['2025-02-10', '2025-02-11', '2025-02-14']) {
      await tick(em, utc(day));
      flips.push(await review());
    }
    expect(flips.slice(0, 2)).toEqual([at('2025-02-11'), at('2025-02-14')].map((day) => day.toISOString()));
    const merged = await aCustomer(em);
    await anOrder(em, { customerId: merged, lineId, placedAt: at('2025-02-06') });
    await rowsOf(em, sql`update customer set merged_into = ${id}::uuid where id = ${merged}::uuid`);
    await insertRows(em, 'activity', [{ id: newId(), customer_id: id, kind: 'MEETING', subject: 'x', occurred_at: at('2025-02-16'), created_at: at('2025-02-14'), updated_at: at('2025-02-14') }]);
    await refreshFacts(em, [merged], utc('2025-02-14'));
    expect(await review()).toBe(at('2025-02-15').toISOString());
    await tick(em, utc('2025-02-15'));
    expect(await review()).toBe(at('2025-02-16').toISOString());
  });

  test('and the dates that the company keeps of his contacts', async () => {
    await insertRows(em, 'segment', [{ id: newId(), name: newId(), kind: 'RULE', rule: JSON.stringify({ none: 'contacts', where: { fact: 'custom.joined', is: 'daysSince', compare: 'ge', days: 2 } }),
      created_at: at('2025-01-01'), updated_at: at('2025-01-01') }]);
    const contact = (customer_id: string, joined: unknown) => insertRows(em, 'contact', [{ id: newId(), customer_id, given_name: 'x', name_key: 'x', custom_compared: JSON.stringify({ joined }), created_at: at('2025-01-01'), updated_at: at('2025-01-01') }]);
    const [id, merged] = [await aCustomer(em), await aCustomer(em)];
    // What a field of the same name holds that is no date has no instants.
    await contact(id, 'since long');
    await contact(id, at('2025-03-10').getTime());
    await contact(merged, at('2025-03-05').getTime());
    await refreshFacts(em, [id], utc('2025-03-01'));
    const review = async () => (await factsRow(em, id))['next_review_at'];
    expect(await review()).toBe(at('2025-03-12').toISOString());
    await rowsOf(em, sql`update customer set merged_into = ${id}::uuid where id = ${merged}::uuid`);
    await refreshFacts(em, [merged], utc('2025-03-01'));
    expect(await review()).toBe(at('2025-03-07').toISOString());
    await tick(em, utc('2025-03-07'));
    expect(await review()).toBe(at('2025-03-08').toISOString());
  });

  test('and every instant of every relation is known', () => {
    const { relations } = customerCatalogue();
    const declared = Object.entries(relations).flatMap(([relation, { fields }]) =>
      fields.filter((field) => field.type === 'instant').map((field) => `${relation}.${field.key}`));
    expect(rowInstants.map(({ relation, field }) => `${relation}.${field}`)).toEqual(declared);
  });
});

test('an order that comes between an alarm and the next tick loses no alarm: it is told first, at its instant, once', async () => {
  const id = await buyer('2025-01-01', '2025-01-31', '2025-03-02', '2025-04-01');
  const now = at('2025-06-02');
  await em.fork().transactional(async (inner) => {
    await lockCustomers(inner as Em, [id], now);
    await appendEvents(inner as Em, [{ customerId: id, type: 'orderPlaced', occurredAt: now, payload: {} }], { kind: 'SYSTEM', id: null, channel: 'JOB' }, now);
    await anOrder(inner as Em, { customerId: id, lineId, placedAt: now });
    await refreshFacts(inner as Em, [id], { now, zone: 'UTC' });
  });
  await tick(em, utc('2025-06-03'));
  expect(await events(id)).toEqual([
    { type: 'offerDue', occurred: at('2025-04-23').getTime(), recorded: now.getTime() },
    { type: 'alarmReached', occurred: at('2025-05-31').getTime(), recorded: now.getTime() },
    { type: 'orderPlaced', occurred: now.getTime(), recorded: now.getTime() },
  ]);
});

test.skipIf(!process.env['TEST_DATABASE_URL'])('two processes at once share the due rows and tell nothing twice (PostgreSQL)', async () => {
  const ids = [];
  for (let index = 0; index < 20; index += 1) ids.push(await buyer('2024-01-01'));
  const answers = await Promise.all([0, 1, 2, 3].map(() => tick(em, utc('2026-06-01'))));
  await tick(em, utc('2026-06-01'));
  expect(answers.flatMap((answer) => answer.customerIds).length).toBeLessThanOrEqual(ids.length);
  const [count] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from timeline_event where customer_id = any(${ids}::uuid[])`);
  expect(count).toEqual({ count: 60 });
});
