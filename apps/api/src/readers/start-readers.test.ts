import { newId } from '@orbita/database/connection';
import { type Database } from '@orbita/database/database';
import { openTestDatabase } from '@orbita/database/testing';
import { appendEvents } from '@orbita/database/timeline';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openMetrics, silentLog } from '#http';
import { type Reader, readers } from './registry.ts';
import { startReaders } from './start-readers.ts';

let database: Database;
beforeAll(async () => { database = await openTestDatabase(); });
afterAll(() => database.close());

const write = (customerId: string) => database.em.fork().transactional((em) => appendEvents(em as typeof database.em,
  [{ customerId, type: 'noted', occurredAt: new Date(), payload: {} }], { kind: 'SYSTEM', id: null, channel: 'JOB' }, new Date()));

test('a reader that fails gets the same again, another is not held up, and what happened while all slept is read at the next start', async () => {
  const [first, second] = [newId(), newId()];
  const heard: Record<string, string[]> = { good: [], bad: [] };
  const metrics = openMetrics();
  let broken = true;
  const hear = (name: string): Reader => ({
    name,
    handle: (_, events) => {
      if (name === 'bad' && broken) return Promise.reject(new Error('no'));
      heard[name]!.push(...events.map((event) => `${event.customerId} ${event.no}`));
      return Promise.resolve();
    },
  });
  const start = () => startReaders(database, [hear('good'), hear('bad')], silentLog, metrics);
  const patience = { timeout: 20_000, interval: 50 };
  const running = await start();
  await write(first);
  await vi.waitFor(() => expect(heard['good']).toEqual([`${first} 1`]), patience);
  await vi.waitFor(async () => expect(await metrics.registry.metrics()).toMatch(/job="bad",outcome="failed"\} [1-9]/), patience);
  expect(heard['bad']).toEqual([]);
  broken = false;
  await vi.waitFor(() => expect(heard['bad']).toEqual([`${first} 1`]), patience);
  await running.close();
  await write(second);
  const again = await start();
  for (const name of ['good', 'bad']) await vi.waitFor(() => expect(heard[name]).toEqual([`${first} 1`, `${second} 1`]), patience);
  await again.close();
});

test('readers of the product have names of their own', () => {
  const names = readers.map((reader) => reader.name);
  expect(new Set(names).size).toBe(names.length);
});
