import { setTimeout as wait } from 'node:timers/promises';
import { newId, rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { openTestDatabase } from '@orbita/database/testing';
import { joinOutbox } from '@orbita/database/timeline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { oneTransaction } from './one-transaction.fixture.ts';
import { startMortalReader, type Told } from './reader-that-dies.fixture.ts';

const writers = 3;
const deaths = 6;

describe.skipIf(!process.env['TEST_DATABASE_URL'])('a reader of the outbox', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await rowsOf(database.em.fork(), sql`create schema heard`);
    await rowsOf(database.em.fork(), sql`create table heard.event (place serial, customer_id uuid, no int)`);
  });
  afterAll(() => database.close());

  test('killed at random misses no committed event, hears none of a rolled-back one, and keeps the order of each customer', async () => {
    const customers = Array.from({ length: 5 }, () => newId());
    const told: Told[] = [];
    await joinOutbox(database.em, 'mortal');
    let over = false;
    let rolledBack = 0;
    const write = async () => {
      while (!over) rolledBack += await oneTransaction(database, customers);
    };
    const writing = Promise.all(Array.from({ length: writers }, write));
    for (let death = 0; death < deaths; death += 1) {
      const reader = await startMortalReader(database.url!, (one) => told.push(one));
      await wait(50 + Math.random() * 800);
      await reader.kill();
    }
    over = true;
    await writing;
    const committed = await rowsOf(database.em.fork(), sql<Told>`select customer_id as "customerId", no from timeline_event order by customer_id, no`);
    const kept = () => rowsOf(database.em.fork(), sql<Told>`select customer_id as "customerId", no from heard.event order by customer_id, place`);
    const last = await startMortalReader(database.url!, (one) => told.push(one));
    await vi.waitFor(async () => expect(await kept()).toHaveLength(committed.length), { timeout: 60_000, interval: 200 });
    await last.kill();
    console.info(`  ${committed.length} events committed, ${rolledBack} transactions rolled back, ${deaths} deaths, ${told.length - committed.length} events told again`);
    expect(rolledBack).toBeGreaterThan(10);
    // What it wrote with its cursor is there exactly once and in order; what it told outside may be told again.
    expect(await kept()).toEqual(committed);
    expectToldInOrder(told, committed);
  });
});

function expectToldInOrder(told: readonly Told[], committed: readonly Told[]): void {
  const name = ({ customerId, no }: Told) => `${customerId} ${no}`;
  const known = new Set(committed.map(name));
  expect(told.filter((one) => !known.has(name(one))), 'told and not committed').toEqual([]);
  const heard = new Map<string, number>();
  const tooEarly = told.filter(({ customerId, no }) => {
    const before = heard.get(customerId) ?? 0;
    heard.set(customerId, Math.max(before, no));
    return no > before + 1;
  });
  expect(tooEarly, 'told before an earlier event of the same customer').toEqual([]);
  expect(new Set(told.map(name)).size).toBe(committed.length);
}
