import { newId } from '@orbita/database/connection';
import { type Database, openDatabase } from '@orbita/database/database';
import { openTestDatabase } from '@orbita/database/testing';
import { appendEvents } from '@orbita/database/timeline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLivePubSub } from './pub-sub.ts';
import { startRelay } from './relay.ts';

let database: Database;
beforeAll(async () => { database = await openTestDatabase(); });
afterAll(() => database.close());

const actor = { kind: 'SYSTEM', id: null, channel: 'JOB' } as const;
const write = (customerId: string, times: number, now = new Date()) => database.em.fork().transactional((em) =>
  appendEvents(em as typeof database.em, Array.from({ length: times }, () => ({ customerId, type: 'tagged', occurredAt: now, payload: {} })), actor, now));
const listening = async (customerId: string, on: Database = database) => {
  const pubSub = createLivePubSub();
  const heard = pubSub.subscribe(`customer:${customerId}`);
  const relay = await startRelay(on, pubSub, { onProblem: (error) => { throw error; } });
  return { heard, relay };
};
const numbers = async (heard: AsyncIterator<unknown>, count: number): Promise<number[]> => {
  const got: number[] = [];
  while (got.length < count) got.push(((await heard.next()).value as { eventNo: number }).eventNo);
  return got;
};

test('what was committed is heard once and in order; what was rolled back is not', async () => {
  const customerId = newId();
  const { heard, relay } = await listening(customerId);
  await write(customerId, 2);
  await database.em.fork().transactional(async (em) => {
    await appendEvents(em as typeof database.em, [{ customerId, type: 'tagged', occurredAt: new Date(), payload: {} }], actor, new Date());
    throw new Error('rolled back');
  }).catch(() => undefined);
  await write(customerId, 2);
  expect(await numbers(heard, 4)).toEqual([1, 2, 3, 4]);
  await relay.close();
});

test.runIf(process.env['TEST_DATABASE_URL'])('another process hears it, however late a transaction commits', async () => {
  const other = await openDatabase({ url: database.url! });
  const [early, late] = [newId(), newId()];
  const ears = await listening(late, other);
  let commit!: () => void;
  const held = new Promise<void>((resolve) => { commit = resolve; });
  const slow = database.em.fork().transactional(async (em) => {
    await appendEvents(em as typeof database.em, [{ customerId: late, type: 'tagged', occurredAt: new Date(), payload: {} }], actor, new Date());
    await held;
  });
  await write(early, 3);
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  commit();
  await slow;
  expect(await numbers(ears.heard, 1)).toEqual([1]);
  await ears.relay.close();
  await other.close();
});

test('what happens to one who was merged is heard where the one is watched', async () => {
  const [root, merged] = [newId(), newId()];
  for (const [id, into] of [[root, null], [merged, root]]) {
    await database.em.fork().execute(`insert into customer (id, kind, name, name_key, customer_since, merged_into, created_at, updated_at)
      values (?, 'PERSON', 'Ana', 'ana', now(), ?, now(), now())`, [id, into]);
  }
  const { heard, relay } = await listening(root);
  await write(merged, 2);
  expect(await numbers(heard, 2)).toEqual([1, 2]);
  await relay.close();
});

test('of a reader who falls behind the oldest go, and he hears what comes', async () => {
  const pubSub = createLivePubSub();
  const heard = pubSub.subscribe('customer:1');
  for (let count = 0; count < 1500; count += 1) pubSub.publish('customer:1', count);
  expect(await heard.next()).toEqual({ value: 500, done: false });
  for (let more = 501; more < 1500; more += 1) await heard.next();
  const next = heard.next();
  pubSub.publish('customer:1', 'later');
  expect(await next).toEqual({ value: 'later', done: false });
  await heard.return?.();
  expect(pubSub.listeners).toBe(0);
});

test('that a file brought thousands of leads is said once, and whoever listens hears of the next', async () => {
  const pubSub = createLivePubSub();
  const heard = pubSub.subscribe('leads');
  const relay = await startRelay(database, pubSub, { onProblem: (error) => { throw error; } });
  const captured = (many: number) => database.em.fork().transactional((em) => appendEvents(
    em as typeof database.em, Array.from({ length: many }, () => ({ customerId: newId(), type: 'leadCaptured', occurredAt: new Date(), payload: { leadId: newId() } })), actor, new Date()));
  await captured(1200);
  expect((await heard.next()).done).toBe(false);
  const next = heard.next();
  expect(await Promise.race([next, new Promise((resolve) => { setTimeout(resolve, 300, 'nothing'); })])).toBe('nothing');
  await captured(1);
  expect((await next).done).toBe(false);
  await relay.close();
});
