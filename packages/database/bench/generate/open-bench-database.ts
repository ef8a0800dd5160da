import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '#database';
import { fill, type Size } from './fill.ts';

export interface Bench {
  readonly database: Database;
  /** As the owner of the tables, for what the application may not do. */
  readonly owner: pg.Client;
  readonly url: string;
  readonly customers: number;
}

const customersOf = Number(process.env['ORBITA_BENCH_CUSTOMERS'] ?? 1_000_000);
const sizeWanted: Size = { customers: customersOf, opportunities: Number(process.env['ORBITA_BENCH_OPPORTUNITIES'] ?? 0.4 * customersOf) };

const server = process.env['ORBITA_BENCH_SERVER'] ?? 'postgres://root@127.0.0.1:5432/';
const mark = 'Orbita benchmark';

/** The filled database: the one of the last run when it was made by the same generator over the same tables, else a new one. */
export async function openBench(name = process.env['ORBITA_BENCH_DATABASE'] ?? 'orbita_bench', size = sizeWanted): Promise<Bench> {
  const url = new URL(`/${name}`, server).href;
  const amount = `${mark} ${size.customers} ${size.opportunities} `;
  const wanted = `${amount}${fingerprint()}`;
  const there = await commentOf(name);
  const kept = there === wanted || (there?.startsWith(amount) && process.env['ORBITA_BENCH_KEEP'] === '1');
  if (!kept) {
    // Only what a benchmark made is thrown away by a benchmark.
    if (there !== undefined && !there.startsWith(mark)) throw new Error(`The database ${name} was not made by this benchmark: rename it, or drop it yourself.`);
    await admin(`drop database if exists ${name}`, `create database ${name}`, `comment on database ${name} is '${mark} unfinished'`,
      // Compiling a statement that runs over a large batch takes longer than running it.
      `alter database ${name} set jit = off`);
    const filling = await openDatabase({ url });
    const owner = await connect(url);
    await fill(filling, owner, size);
    await owner.query(`comment on database ${name} is '${wanted}'`);
    await owner.end();
    await filling.close();
    await admin(`alter database ${name} reset jit`);
  }
  const database = await openDatabase({ url });
  return { database, owner: await connect(url), url, customers: size.customers };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function commentOf(name: string): Promise<string | undefined> {
  const [row] = await admin<{ comment: string | null }>(`
    select shobj_description(oid, 'pg_database') as comment from pg_database where datname = '${name}'`);
  return row && (row.comment ?? '');
}

async function admin<Row>(...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: new URL('/postgres', server).href });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows as Row[];
  } finally {
    await client.end();
  }
}

/** Of everything that decides what is in the tables and how they are indexed. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of [import.meta.dirname, join(import.meta.dirname, '../../src/migrations')]) {
    for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
