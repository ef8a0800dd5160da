import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import { parse } from 'postgres-array';

export type { PGlite };

export const pgliteExtensions = { pg_trgm };

/** The parsers MikroORM gives `pg`; without them the same column would read differently on the two databases. */
export const pgliteParsers = {
  ...createPostgreSqlTypeParsers((text: string) => parse(text)),
  20: (text: string) => text,
};

/** Opens the embedded database in a folder, or in memory without one. Close it yourself: the ORM does not. */
export function openPglite(dataDir?: string): Promise<PGlite> {
  return PGlite.create({ ...(dataDir ? { dataDir } : {}), parsers: pgliteParsers, extensions: pgliteExtensions });
}
