import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { pgliteExtensions, pgliteParsers } from '#connection';
import { type Database, openDatabase } from '#database';

/**
 * A migrated, empty database of its own for one test file, a copy of a template that is made once for each state of the
 * migrations: on PostgreSQL when `TEST_DATABASE_URL` is set, otherwise embedded.
 */
export async function openTestDatabase(): Promise<Database> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server) return openOnServer(server);
  return openDatabase({
    pglite: await PGlite.create({ loadDataDir: new Template(await embeddedTemplate()), startParams: small, parsers: pgliteParsers, extensions: pgliteExtensions }),
  });
}

// Buffers are cleared when it starts, which is half of what that costs.
const small = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'];

/** The bytes as they lie in memory: a Blob of its own would copy them for every test file, three times over. */
class Template extends Blob {
  readonly #bytes: ArrayBuffer;

  constructor(bytes: ArrayBuffer) {
    super();
    this.#bytes = bytes;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes);
  }
}

/** A database restored from what `dumpDataDir` of the embedded one gave. */
export const openRestored = async (backup: Blob): Promise<Database> => openDatabase({
  pglite: await PGlite.create({ loadDataDir: backup, parsers: pgliteParsers, extensions: pgliteExtensions }),
});

async function openOnServer(server: string): Promise<Database> {
  const name = `orbita_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asOwner(server, async (run) => {
    await run(`create database ${name} template ${await serverTemplate(server, run)}`);
    // Nothing here outlives the server: whether a commit has reached the disk is nobody's concern.
    await run(`alter database ${name} set synchronous_commit = off`);
  });
  const database = await openDatabase({ url: new URL(`/${name}`, server).href });
  return {
    ...database,
    close: async () => {
      await database.close();
      await asOwner(server, (run) => run(`drop database if exists ${name} with (force)`));
    },
  };
}

type Run = (statement: string) => Promise<unknown[]>;

async function asOwner<Result>(server: string, work: (run: Run) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: new URL('/postgres', server).href });
  await client.connect();
  return work(async (statement) => (await client.query(statement)).rows as unknown[]).finally(() => client.end());
}

/** The name of the migrated, empty database of which the others are copies; whoever comes first makes it, and drops those of old migrations. */
async function serverTemplate(server: string, run: Run): Promise<string> {
  const name = `orbita_template_${migrationsHash()}`;
  const there = async () => (await run(`select from pg_database where datname = '${name}'`)).length > 0;
  if (await there()) return name;
  await run(`select pg_advisory_lock(hashtext('orbita templates'))`);
  if (!await there()) {
    for (const { datname } of await run(oldTemplates) as { datname: string }[]) await run(`drop database ${datname} with (force)`);
    const own = `${name}_${process.pid}`;
    await run(`create database ${own}`);
    await (await openDatabase({ url: new URL(`/${own}`, server).href })).close();
    await run(`alter database ${own} rename to ${name}`);
    await run(`comment on database ${name} is '${Date.now()}'`);
  }
  await run(`select pg_advisory_unlock(hashtext('orbita templates'))`);
  return name;
}

// One without a comment was left by a process that was killed while it made it: it is only made under the lock.
const oldTemplates = `
  select datname from pg_database
  where datname like 'orbita\\_template\\_%' and coalesce(shobj_description(oid, 'pg_database')::bigint, 0) < (extract(epoch from now()) - 7 * 86400) * 1000`;

function migrationsHash(): string {
  const folder = join(import.meta.dirname, '../migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

let template: Promise<ArrayBuffer> | undefined;

/** Read once a process. */
const embeddedTemplate = (): Promise<ArrayBuffer> => (template ??= readTemplate());

async function readTemplate(): Promise<ArrayBuffer> {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/orbita');
  const path = join(folder, `template-${migrationsHash()}.tar`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const database = await openDatabase();
    const dump = await database.pglite!.dumpDataDir('none');
    const own = `${path}.${process.pid}`;
    writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
    renameSync(own, path);
    await database.close();
  }
  return new Uint8Array(readFileSync(path)).buffer;
}
