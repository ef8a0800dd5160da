import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@orbita/database/database';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { expectKept, expectWhole } from './kept-promises.fixture.ts';
import { startLoad } from './load.fixture.ts';
import { someCustomers } from './some-customers.fixture.ts';
import { type MortalServer, startMortal } from './server-that-dies.fixture.ts';

const rounds = 2;

describe('kill -9 of the server on the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orbita-killed-'));
  let server: MortalServer;
  beforeAll(async () => {
    server = await startMortal({ ORBITA_DATA_DIR: folder });
  });
  afterAll(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('it starts again on its own folder, and every acknowledged write is there once', async () => {
    const person = await server.signIn();
    const customers = await someCustomers(person, 6);
    const load = startLoad({ url: server.url, cookie: person.cookie, customers, name: 'lite' }, 4);
    const ready: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await wait(1500 + Math.random() * 1000);
      await server.kill();
      ready.push(Math.round(await server.start()));
    }
    await wait(1000);
    await load.stop();
    await server.kill();
    console.info(`  ${load.acknowledged.length} writes acknowledged through ${rounds} kills, ready again in ${ready.join(', ')} ms`);
    const database = await openDatabase({ dataDir: join(folder, 'database') });
    try {
      await expectKept(database, load, 'lite');
      await expectWhole(database, 'lite');
    } finally {
      await database.close();
    }
  });
});
