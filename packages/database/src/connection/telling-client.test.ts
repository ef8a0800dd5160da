import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#database';
import { appendEvents } from '#timeline';
import { openTestDatabase } from '../testing/open-test-database.ts';
import { newId } from './new-id.ts';

const onServer = it.runIf(process.env['TEST_DATABASE_URL']);
const actor = { kind: 'SYSTEM', id: null, channel: 'JOB' } as const;
let database: Database;
let ears: pg.Client | undefined;
let heard = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  if (!database.url) return;
  ears = new pg.Client({ connectionString: database.url });
  await ears.connect();
  ears.on('notification', () => { heard += 1; });
  await ears.query('listen orbita_outbox');
});
afterAll(async () => {
  await ears?.end();
  await database.close();
});

const write = (end: () => void = () => undefined) => database.em.fork().transactional(async (em) => {
  await appendEvents(em as typeof database.em, [{ customerId: newId(), type: 'tagged', occurredAt: new Date(), payload: {} }], actor, new Date());
  end();
});
const rest = () => new Promise((resolve) => { setTimeout(resolve, 100); });
const heardOf = async (work: () => Promise<unknown>): Promise<number> => {
  await rest();
  heard = 0;
  await work();
  await rest();
  return heard;
};

onServer('wakes whoever listens when a transaction that wrote events is committed, and by no other', async () => {
  expect(await heardOf(() => write())).toBe(1);
  expect(await heardOf(() => write(() => { throw new Error('taken back'); }).catch(() => undefined))).toBe(0);
  expect(await heardOf(() => database.em.fork().transactional((em) => em.execute('select count(*) from customer')))).toBe(0);
});

onServer('tells of each of many at once, and in no transaction of others on its connection', async () => {
  const told = await heardOf(async () => { for (let round = 0; round < 10; round += 1) await Promise.all(Array.from({ length: 10 }, () => write())); });
  expect(told).toBe(100);
  const reading = () => database.em.fork().transactional(async (em) => {
    await em.execute('select 1');
    await rest();
  });
  // Every connection of the pool goes on with a transaction that stays open: what was told waits for none of these.
  await Promise.all(Array.from({ length: 10 }, () => write()));
  expect(await heardOf(async () => {
    await Promise.all([write(), ...Array.from({ length: 9 }, reading)]);
  })).toBe(1);
});
