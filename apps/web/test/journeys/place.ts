import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Where a house stands: a folder, and in it the embedded database, or a database of its own on PostgreSQL. */
export interface Place {
  readonly folder: string;
  readonly databaseUrl?: string;
}

const postgres = process.env['TEST_DATABASE_URL'];
const nameIn = (url: string): string => new URL(url).pathname.slice(1);

/** On PostgreSQL when `TEST_DATABASE_URL` is set, otherwise embedded; empty, or a copy of another where no server runs. */
export async function newPlace(copied?: Place): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'orbita-journey-'));
  if (copied) cpSync(copied.folder, folder, { recursive: true });
  if (!postgres) return { folder };
  const databaseUrl = new URL(`/orbita_journey_${folder.slice(-6).toLowerCase()}_${process.pid}`, postgres).href;
  await query(new URL('/postgres', postgres).href, `create database ${nameIn(databaseUrl)}${copied?.databaseUrl ? ` template ${nameIn(copied.databaseUrl)}` : ''}`);
  return { folder, databaseUrl };
}

/** Nothing of the shell's own: a database that somebody works with is none to test on. */
export const environmentOf = ({ folder, databaseUrl }: Place): Record<string, string | undefined> => ({ ORBITA_DATA_DIR: folder, DATABASE_URL: databaseUrl });

export async function clearAway({ folder, databaseUrl }: Place): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  if (databaseUrl) await query(new URL('/postgres', databaseUrl).href, `drop database ${nameIn(databaseUrl)} with (force)`);
}

const connection = join(import.meta.dirname, '../../../../packages/database/dist/connection/index.js');

interface Pglite {
  query<Row>(sql: string): Promise<{ rows: Row[] }>;
  close(): Promise<void>;
}

/** Asks the database of a stopped house itself, past everything that the product puts before it. */
export async function sqlOf<Row>({ folder, databaseUrl }: Place, sql: string): Promise<Row[]> {
  if (databaseUrl) return query(databaseUrl, sql);
  const { openPglite } = await import(connection) as { openPglite: (folder: string) => Promise<Pglite> };
  const database = await openPglite(join(folder, 'database'));
  return database.query<Row>(sql).then(({ rows }) => rows).finally(() => database.close());
}

async function query<Row>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client.query(sql).then(({ rows }) => rows as Row[]).finally(() => client.end());
}
