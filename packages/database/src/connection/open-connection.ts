import { type AnyEntity, type Constructor, DataloaderType, type EntitySchema } from '@mikro-orm/core';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM as PgliteOrm, defineConfig as definePglite } from '@mikro-orm/pglite';
import { MikroORM as PostgresOrm, defineConfig as definePostgres } from '@mikro-orm/postgresql';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PGlite } from '@electric-sql/pglite';
import { TellingClient, tellsItself } from './telling-client.ts';

export type Em = SqlEntityManager;

export interface ConnectionOptions {
  /** A PostgreSQL server… */
  readonly url?: string;
  /** …or an open embedded database. */
  readonly pglite?: PGlite;
  /** The PostgreSQL role to work as, once the schema stands. */
  readonly role?: string;
  readonly poolSize?: number;
  readonly entities: readonly (Constructor<AnyEntity> | EntitySchema)[];
  readonly migrations: readonly Constructor<Migration>[];
}

export type Opened = { readonly orm: PostgresOrm | PgliteOrm; readonly em: Em };

/** One set of options, two drivers: what runs on the one runs on the other. */
export async function openConnection(options: ConnectionOptions): Promise<Opened> {
  const base = {
    entities: [...options.entities],
    extensions: [Migrator],
    dataloader: DataloaderType.ALL,
    forceUtcTimezone: true,
    migrations: {
      migrationsList: options.migrations.map((migration) => ({ name: migration.name, class: migration })),
      silent: true,
      snapshot: false,
      transactional: true,
      allOrNothing: true,
    },
  };
  const { pglite } = options;
  const orm = pglite
    ? await PgliteOrm.init(definePglite({ ...base, dbName: 'postgres', driverOptions: { pglite: () => pglite } }))
    : await PostgresOrm.init(
        definePostgres({
          ...base,
          clientUrl: options.url ?? '',
          // A connection has planned what it answers most: what is kept for ten minutes is not planned anew after every lull.
          pool: { min: 0, max: options.poolSize ?? 10, idleTimeoutMillis: 600_000 },
          // Compiling a wide statement costs a write more than running it.
          driverOptions: { Client: TellingClient, options: `-c jit=off ${tellsItself}${options.role ? ` -c role=${options.role}` : ''}` },
        }),
      );
  return { orm, em: orm.em as unknown as Em };
}
