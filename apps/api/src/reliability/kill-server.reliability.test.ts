import { setTimeout as wait } from 'node:timers/promises';
import { type Database } from '@orbita/database/database';
import { openTestDatabase } from '@orbita/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectKept, expectWhole } from './kept-promises.fixture.ts';
import { startLoad } from './load.fixture.ts';
import { expectHeard, startReader } from './outbox-reader.fixture.ts';
import { someCustomers } from './some-customers.fixture.ts';
import { type MortalServer, startMortal } from './server-that-dies.fixture.ts';

const readyAgainIn = 20_000;
const rounds = 3;

describe.skipIf(!process.env['TEST_DATABASE_URL'])('kill -9 of the server on PostgreSQL', () => {
  let database: Database;
  let server: MortalServer;
  beforeAll(async () => {
    database = await openTestDatabase();
    server = await startMortal({ DATABASE_URL: database.url! });
  });
  afterAll(async () => {
    await server.kill();
    await database.close();
  });

  test('every acknowledged write is there once, whole, heard by a reader in order, and the server is ready again in seconds', async () => {
    const person = await server.signIn();
    const reader = await startReader(database);
    const customers = await someCustomers(person, 12);
    const load = startLoad({ url: server.url, cookie: person.cookie, customers, name: 'kill' }, 8);
    const ready: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await wait(1500 + Math.random() * 1500);
      await server.kill();
      ready.push(Math.round(await server.start()));
    }
    expect(Math.max(...ready)).toBeLessThan(readyAgainIn);
    await wait(1000);
    await load.stop();
    const retried = load.acknowledged.filter(({ sent }) => sent > 1).length;
    console.info(`  ${load.acknowledged.length} writes acknowledged through ${rounds} kills, ${retried} after a retry, ${reader.heard.length} events heard, ready again in ${ready.join(', ')} ms`);
    expect(retried).toBeGreaterThan(0);
    await expectKept(database, load, 'kill');
    await expectWhole(database, 'kill');
    await expectHeard(database, reader);
    await reader.close();
  });
});
