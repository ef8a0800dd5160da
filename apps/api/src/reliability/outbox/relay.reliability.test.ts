import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '@orbita/database/connection';
import { type Database, openDatabase } from '@orbita/database/database';
import { openTestDatabase } from '@orbita/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneTransaction } from './one-transaction.fixture.ts';
import { expectHeard, startReader } from '../outbox-reader.fixture.ts';

const writers = 8;
const writtenFor = 12_000;
// The reader has connections of its own, so that only they are killed.
const itsName = 'orbita-relay-that-dies';

describe.skipIf(!process.env['TEST_DATABASE_URL'])('the relay of the outbox', () => {
  let database: Database;
  let own: Database;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await openTestDatabase();
    const named = new URL(database.url!);
    named.searchParams.set('application_name', itsName);
    own = await openDatabase({ url: named.href });
    owner = new pg.Client({ connectionString: database.url! });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await own.close();
    await database.close();
  });

  test('delivers every committed event, in order per customer, and none of a rolled-back one, while its connections are killed at random', async () => {
    const customers = Array.from({ length: 5 }, () => newId());
    const reader = await startReader(own);
    const until = performance.now() + writtenFor;
    let killed = 0;
    let rolledBack = 0;
    const write = async () => {
      while (performance.now() < until) rolledBack += await oneTransaction(database, customers);
    };
    const kill = async () => {
      while (performance.now() < until) {
        await wait(100 + Math.random() * 500);
        killed += await killSome(owner);
      }
    };
    await Promise.all([kill(), ...Array.from({ length: writers }, write)]);
    await wait(2500);
    // A reading whose connection was killed is a problem told; what it would have read comes with the next.
    const problems = reader.problems.splice(0).length;
    console.info(`  ${reader.heard.length} events heard, ${rolledBack} transactions rolled back, ${killed} connections killed, ${problems} readings broken off`);
    expect(killed).toBeGreaterThan(1);
    expect(rolledBack).toBeGreaterThan(10);
    await expectHeard(database, reader);
    await reader.close();
  });
});

async function killSome(owner: pg.Client): Promise<number> {
  const { rowCount } = await owner.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = $1 and random() < 0.7`, [itsName]);
  return rowCount ?? 0;
}
