import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { appendEvents } from '#timeline';
import { adoptOutbox, forgetOtherReaders, joinOutbox, type OutboxEvent, readOutbox, sweepOutbox } from './index.ts';
import { openTestDatabase } from '../../testing/index.ts';

let database: Database;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
});
afterAll(() => database.close());
beforeEach(async () => {
  await rowsOf(em, sql`delete from outbox`);
  await rowsOf(em, sql`delete from outbox_cursor`);
});

const actor = { kind: 'SYSTEM', id: null, channel: 'JOB' } as const;
const write = (customerId: string, times: number, now = new Date()) => em.fork().transactional((inner) => appendEvents(inner as Em,
  Array.from({ length: times }, () => ({ customerId, type: 'noted', occurredAt: now, payload: { times } })), actor, now));

/** What a reader is given until he has as much as is expected, and there is no more: other databases of the server may hold it up. */
async function heardBy(reader: string, expected = 0): Promise<OutboxEvent[]> {
  const heard: OutboxEvent[] = [];
  const until = performance.now() + 10_000;
  for (let more = true; more || (heard.length < expected && performance.now() < until);) {
    more = (await readOutbox(em, reader, (_, events) => Promise.resolve(void heard.push(...events)))) > 0;
    if (!more) await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  return heard;
}

describe('a reader', () => {
  test('gets what is committed from its joining on, once and in order, in more than one reading', async () => {
    const [one, other] = [newId(), newId()];
    await joinOutbox(em, 'plays');
    await write(one, 700);
    await write(other, 3);
    await em.fork().transactional(async (inner) => {
      await appendEvents(inner as Em, [{ customerId: one, type: 'noted', occurredAt: new Date(), payload: {} }], actor, new Date());
      throw new Error('rolled back');
    }).catch(() => undefined);
    await write(one, 1);
    const heard = await heardBy('plays', 704);
    expect(heard.filter((event) => event.customerId === one).map((event) => event.no)).toEqual(Array.from({ length: 701 }, (_, at) => at + 1));
    expect(heard.filter((event) => event.customerId === other)).toMatchObject([{ no: 1, type: 'noted', payload: { times: 3 } }, { no: 2 }, { no: 3 }]);
    expect(await heardBy('plays')).toEqual([]);
  });

  test('that fails stays where it is, with what it wrote undone; another goes on', async () => {
    const customerId = newId();
    for (const reader of ['webhooks', 'plays']) await joinOutbox(em, reader);
    await write(customerId, 1);
    const fail = () => readOutbox(em, 'webhooks', async (inner) => {
      await rowsOf(inner, sql`insert into counter (name, value) values (${customerId}, 1)`);
      throw new Error('no answer');
    });
    await vi.waitFor(() => expect(fail()).rejects.toThrow('no answer'), { timeout: 10_000 });
    expect(await rowsOf(em, sql`select value from counter where name = ${customerId}`)).toEqual([]);
    expect(await heardBy('plays', 1)).toHaveLength(1);
    expect(await heardBy('webhooks', 1)).toHaveLength(1);
  });

  test('unknown gets nothing, and one that left is forgotten', async () => {
    await joinOutbox(em, 'gone');
    await write(newId(), 1);
    expect(await heardBy('nobody')).toEqual([]);
    expect(await forgetOtherReaders(em, ['plays'])).toBe(1);
    expect(await heardBy('gone')).toEqual([]);
  });

  test('finds after a restore what it had not read, and what is written from then on', async () => {
    const customerId = newId();
    await joinOutbox(em, 'plays');
    await write(customerId, 1);
    await heardBy('plays', 1);
    await write(customerId, 2);
    const far = 4_000_000_000;
    await rowsOf(em, sql`update outbox set tx = (tx::text::bigint + ${far})::text::xid8`);
    await rowsOf(em, sql`update outbox_cursor set read_before = (read_before::text::bigint + ${far})::text::xid8`);
    await adoptOutbox(em);
    await write(customerId, 1);
    expect((await heardBy('plays', 3)).map((event) => event.no)).toEqual([2, 3, 4]);
    await adoptOutbox(em);
    expect(await heardBy('plays')).toEqual([]);
  });
});

test.runIf(process.env['TEST_DATABASE_URL'])('a late commit is read after all, and two processes never read for one reader at once (PostgreSQL)', async () => {
  const [late, early] = [newId(), newId()];
  await joinOutbox(em, 'plays');
  let commit!: () => void;
  const held = new Promise<void>((resolve) => { commit = resolve; });
  const slow = em.fork().transactional(async (inner) => {
    await appendEvents(inner as Em, [{ customerId: late, type: 'noted', occurredAt: new Date(), payload: {} }], actor, new Date());
    await held;
  });
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  await write(early, 1);
  expect(await heardBy('plays')).toEqual([]);
  commit();
  await slow;
  const heard: string[] = [];
  const slowly = () => readOutbox(em, 'plays', async (_, events) => {
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    heard.push(...events.map((event) => event.customerId));
  });
  await vi.waitFor(async () => {
    await Promise.all([slowly(), slowly(), slowly()]);
    expect(heard.length).toBeGreaterThan(1);
  }, { timeout: 10_000 });
  expect(heard).toEqual([late, early]);
});

test('a week later the outbox forgets what every reader has read', async () => {
  for (const times of [2, 1]) await write(newId(), times, new Date('2026-01-01T00:00:00Z'));
  await rowsOf(em, sql`insert into outbox_cursor (reader, read_before, updated_at) select 'webhooks', max(tx), now() from outbox`);
  expect(await sweepOutbox(database.em, new Date('2026-01-07T00:00:00Z'))).toBe(0);
  expect(await sweepOutbox(database.em, new Date('2026-01-09T00:00:00Z'))).toBe(2);
  await heardBy('webhooks', 1);
  expect(await sweepOutbox(database.em, new Date('2026-01-09T00:00:00Z'))).toBe(1);
});
