import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseMapping } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Database, openDatabase } from '#database';
import { importFiles } from '#imports';
import { byHand } from '../../src/imports/by-hand.fixture.ts';
import { ms, type Row, times } from '../measure/table.ts';
import { median, milliseconds } from '../measure/timing.ts';

const count = Number(process.env['ORBITA_BENCH_IMPORT'] ?? 100_000);
const turns = count > 200_000 ? 1 : 3;

/** P7: a file of customers, every tenth an exact duplicate, into an empty company; by the product and by hand. */
export async function imports(url: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'orbita-bench-'));
  const file = join(folder, 'customers.csv');
  await pipeline(Readable.from(lines()), createWriteStream(file));
  const taken = { floor: [] as number[], ours: [] as number[] };
  const memory: { readonly share: number; readonly bytes: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    taken.floor.push(await onFresh(url, (_, client) => byHand(client, (statement) =>
      pipeline(Readable.from(lines()), client.query(copyFrom(statement))))));
    taken.ours.push(await onFresh(url, async (database) => {
      const done = await importFiles(database, { mapping, files: { rows: file }, onProgress: ({ share }) => { memory.push({ share, bytes: process.memoryUsage().rss }); } });
      if (isRefused(done)) throw new Error(JSON.stringify(done));
    }));
  }
  rmSync(folder, { recursive: true });
  const ratio = median(taken.ours) / median(taken.floor);
  const most = (upTo: number) => Math.round(Math.max(...memory.flatMap(({ share, bytes }) => (share <= upTo ? [bytes] : []))) / 1e6);
  return [{
    scenario: `**P7 import of ${count.toLocaleString('en')} customers**, a tenth of them exact duplicates, ≤ ${most(1)} MB, of which ${most(0.2)} MB after the first fifth`,
    floor: `COPY + inserts by hand: ${ms(median(taken.floor))}`, ours: ms(median(taken.ours)), ratio: times(ratio), target: '≤ 2.5 ×', met: ratio <= 2.5,
  }];
}

async function onFresh(url: string, work: (database: Database, client: pg.Client) => Promise<unknown>): Promise<number> {
  const name = 'orbita_bench_import';
  const admin = new pg.Client({ connectionString: new URL('/postgres', url).href });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  const own = new URL(`/${name}`, url).href;
  const database = await openDatabase({ url: own });
  const client = new pg.Client({ connectionString: own, options: '-c jit=off' });
  await client.connect();
  await client.query(`
    insert into company (id, name, country, currency, zone, language, working_hours, updated_at)
      values (gen_random_uuid(), 'Bench', 'ES', 'EUR', 'Europe/Madrid', 'en', '{}', now());
    insert into business_line (id, name, is_default) values (gen_random_uuid(), 'General', true)`);
  try {
    return await milliseconds(() => work(database, client));
  } finally {
    await client.end();
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

const mapping = (() => {
  const parsed = parseMapping({
    room: 'customers', system: 'bench', files: { rows: {} },
    customer: {
      externalId: 'id', kind: { constant: 'ORGANISATION' }, name: 'name', email: 'email', phone: 'phone', addressLine1: 'street', city: 'city',
      postalCode: 'zip', country: 'country',
    },
  });
  if (isRefused(parsed)) throw new Error(`${parsed.field}: ${JSON.stringify(parsed.details)}`);
  return parsed;
})();

function* lines(): Generator<string> {
  yield 'id,name,email,phone,street,city,zip,country\n';
  for (let index = 0; index < count; index += 1) {
    const who = index % 10 === 9 ? index - 5 : index;
    yield `${index},"Bodegas Número ${who}, S.L.",info@bodega${who}.es,+349${String(10_000_000 + who)},"Calle Mayor ${who % 200}, 1º",Logroño,26${String(who % 1000).padStart(3, '0')},ES\n`;
  }
}
