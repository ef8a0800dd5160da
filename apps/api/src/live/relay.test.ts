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

test('a reader who falls behind is dropped', async () => {
  const pubSub = createLivePubSub();
  const heard = pubSub.subscribe('customer:1');
  for (let count = 0; count <= 1000; count += 1) pubSub.publish('customer:1', count);
  expect(await heard.next()).toEqual({ value: undefined, done: true });
  expect(pubSub.listeners).toBe(0);
});
