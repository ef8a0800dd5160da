import { createWriteStream, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { afterAll, describe, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { byHand } from '../by-hand.fixture.ts';
import { makeCompany, mappingOf } from './imports.fixture.ts';
import { importFiles } from '../index.ts';

const server = process.env['TEST_DATABASE_URL'];
const count = Number(process.env['ORBITA_BENCH_CUSTOMERS'] ?? 100_000);
const limit = 2.5;

const mapping = mappingOf({
  room: 'customers', source: 'bench', files: { rows: {} },
  customer: {
    externalId: 'id', kind: { constant: 'ORGANISATION' }, name: 'name', email: 'email', phone: 'phone', addressLine1: 'street', city: 'city',
    postalCode: 'zip', country: 'country',
  },
});

/** Every tenth row is an earlier customer under another number of the same system: an exact duplicate by e-mail. */
function* rows(): Generator<string> {
  yield 'id,name,email,phone,street,city,zip,country\n';
  for (let index = 0; index < count; index += 1) {
    const who = index % 10 === 9 ? index - 5 : index;
    const phone = `+349${String(10_000_000 + who).padStart(8, '0')}`;
    yield `${index},"Bodegas Número ${who}, S.L.",info@bodega${who}.es,${phone},"Calle Mayor ${who % 200}, 1º",Logroño,26${String(who % 1000).padStart(3, '0')},ES\n`;
  }
}

describe.skipIf(!server)('100,000 customers with exact duplicates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orbita-import-'));
  const file = join(folder, 'customers.csv');
  const open: Database[] = [];
  const fresh = async (): Promise<Database> => {
    const database = await openTestDatabase();
    open.push(database);
    await makeCompany(database.em.fork());
    return database;
  };
  afterAll(async () => {
    for (const database of open) await database.close();
    await rm(folder, { recursive: true });
  });

  test(`take at most ${limit} × a COPY with set-based inserts by hand into the same tables, in flat memory`, { timeout: 900_000 }, async () => {
    await pipeline(Readable.from(rows()), createWriteStream(file));
    const hand = await fresh();
    const client = new pg.Client({ connectionString: hand.url });
    await client.connect();
    const began = performance.now();
    await byHand(client, async (statement) => {
      await pipeline(Readable.from(rows()), client.query(copyFrom(statement)));
    });
    const handTime = performance.now() - began;
    await client.end();

    const database = await fresh();
    const memory: number[] = [];
    const start = performance.now();
    const { state } = await importFiles(database, { mapping, files: { rows: file }, onProgress: () => { memory.push(process.memoryUsage().rss); } });
    const time = performance.now() - start;
    const tables = ['customer', 'customer_identity', 'contact_point', 'address', 'customer_facts', 'customer_search', 'timeline_event', 'outbox'];
    for (const table of tables) {
      const counts = await Promise.all([hand, database].map((one) => rowsOf(one.em.fork(), sql`select count(*)::int as n from ${sql.table(table)}`)));
      expect([table, counts[1]]).toEqual([table, counts[0]]);
    }
    expect(state.things.customers).toEqual({ created: count * 0.9, updated: count * 0.1, unchanged: 0 });
    const [early = 0, late = 0] = [memory[Math.floor(memory.length / 4)], memory.at(-1)];
    console.log(`import ${time.toFixed(0)} ms, by hand ${handTime.toFixed(0)} ms: ${(time / handTime).toFixed(2)} ×; memory ${(early / 1e6).toFixed(0)} → ${(late / 1e6).toFixed(0)} MB`);
    expect(late - early).toBeLessThan(150e6);
    expect(time / handTime).toBeLessThanOrEqual(limit);
  });
});
