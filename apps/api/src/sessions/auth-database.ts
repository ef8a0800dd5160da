import { plainPglite } from '#embedded';
import type { Database } from '@orbita/database/database';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';

export type AuthTables = Kysely<Record<string, Record<string, unknown>>>;

/** The door of the sign-in library to our tables: the same instance on PGlite, a few connections on PostgreSQL. */
export function openAuthDatabase({ pglite, url, guarded }: Database): AuthTables {
  if (pglite) return new Kysely({ dialect: new PGliteDialect({ pglite: plainPglite(pglite) }) });
  const pool = new pg.Pool({
    ...(url ? { connectionString: url } : {}), max: 4, ...(guarded ? { options: '-c role=orbita_app' } : {}),
  });
  // An idle connection that the server ends must not end this process.
  pool.on('error', () => undefined);
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
