import { shipModels } from '#lifecycle';
import { migrations } from '#migrations';
import { shipPipeline } from '#opportunities';
import { type Em, openConnection, openPglite, type Opened, type PGlite, rowsOf } from '#connection';
import { sql } from 'kysely';
import { entities } from './entities.ts';
import { applicationRole, makeApplicationRole, migrate } from './migrate.ts';

export interface OpenOptions {
  /** PostgreSQL 15 or later; without it the embedded database is used. */
  readonly url?: string;
  /** Folder of the embedded database; in memory without one. */
  readonly dataDir?: string;
  /** An embedded database that is already open: tests load one from a template. */
  readonly pglite?: PGlite;
  readonly poolSize?: number;
}

/** An open, migrated database. */
export interface Database {
  /** Fork it for every request and every job. */
  readonly em: Em;
  readonly kind: 'PostgreSQL' | 'PGlite';
  /** The embedded database, for what needs it beside the ORM: sessions, jobs, notifications. */
  readonly pglite: PGlite | undefined;
  readonly url: string | undefined;
  /** Whether the application works as a role that cannot change or delete events. */
  readonly guarded: boolean;
  close(): Promise<void>;
}

/** Opens, migrates and goes on as the application's role. Throws with what to do when the schema does not fit. */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  return options.url ? openServer(options.url, options) : openEmbedded(options);
}

async function openServer(url: string, options: OpenOptions): Promise<Database> {
  const owner = await openConnection({ url, entities, migrations, poolSize: 2 });
  const guarded = await migrate(owner)
    .then(() => shipModels(owner.em.fork()))
    .then(() => shipPipeline(owner.em.fork()))
    .then(() => makeApplicationRole(owner.em.fork()))
    .finally(() => owner.orm.close(true));
  const opened = await openConnection({
    url, entities, migrations, ...(guarded ? { role: applicationRole } : {}),
    ...(options.poolSize ? { poolSize: options.poolSize } : {}),
  });
  return { em: opened.em, kind: 'PostgreSQL', pglite: undefined, url, guarded, close: () => opened.orm.close(true) };
}

async function openEmbedded(options: OpenOptions): Promise<Database> {
  const pglite = options.pglite ?? (await openPglite(options.dataDir));
  const opened: Opened = await openConnection({ pglite, entities, migrations });
  await pglite.exec('reset role');
  await migrate(opened);
  await shipModels(opened.em.fork());
  await shipPipeline(opened.em.fork());
  const guarded = await makeApplicationRole(opened.em.fork());
  if (guarded) {
    // Nobody else tends its tables: `tendTables`.
    await pglite.exec(`grant maintain on all tables in schema public to ${applicationRole}`);
    await rowsOf(opened.em.fork(), sql.raw(`set role ${applicationRole}`));
  }
  const close = async () => {
    await opened.orm.close(true);
    await pglite.close();
  };
  return { em: opened.em, kind: 'PGlite', pglite, url: undefined, guarded, close };
}
