import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { pgliteExtensions, pgliteParsers } from '#connection';
import { type Database, openDatabase } from '#database';

/**
 * A migrated, empty database of its own for one test file: on PostgreSQL when `TEST_DATABASE_URL` is set, otherwise
 * embedded, from a template that is made once for each state of the migrations.
 */
export async function openTestDatabase(): Promise<Database> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server) return openOnServer(server);
  const template = await embeddedTemplate();
  const pglite = await PGlite.create({
    loadDataDir: new Blob([new Uint8Array(template)]), parsers: pgliteParsers, extensions: pgliteExtensions,
  });
  return openDatabase({ pglite });
}

/** A database restored from what `dumpDataDir` of the embedded one gave. */
export const openRestored = async (backup: Blob): Promise<Database> => openDatabase({
  pglite: await PGlite.create({ loadDataDir: backup, parsers: pgliteParsers, extensions: pgliteExtensions }),
});

async function openOnServer(server: string): Promise<Database> {
  const name = `orbita_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: new URL('/postgres', server).href });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const database = await openDatabase({ url: new URL(`/${name}`, server).href });
  return {
    ...database,
    close: async () => {
      await database.close();
      await admin(`drop database if exists ${name} with (force)`);
    },
  };
}

async function embeddedTemplate(): Promise<Buffer> {
  const migrations = join(import.meta.dirname, '../migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  const folder = join(import.meta.dirname, '../../node_modules/.cache/orbita');
  const path = join(folder, `template-${hash.digest('hex').slice(0, 16)}.tar`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const database = await openDatabase();
    const dump = await database.pglite!.dumpDataDir('none');
    const own = `${path}.${process.pid}`;
    writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
    renameSync(own, path);
    await database.close();
  }
  return readFileSync(path);
}
