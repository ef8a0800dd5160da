import { rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { migrations } from '@orbita/database/migrations';
import { sql } from 'kysely';

const patience = 2000;

/** Asks the database whether it answers and stands where this program expects it. Nothing when it does. */
export async function missingForService({ em }: Database): Promise<string | undefined> {
  try {
    const rows = await Promise.race([
      rowsOf(em.fork(), sql<{ name: string }>`select name from mikro_orm_migrations`),
      new Promise<never>((_resolve, reject) => { setTimeout(() => reject(new Error('slow')), patience).unref(); }),
    ]);
    const executed = new Set(rows.map((row) => row.name));
    const known = migrations.map((migration) => migration.name);
    if (known.some((name) => !executed.has(name))) return 'The database lacks migrations.';
    return executed.size > known.length ? 'The database was migrated by a newer Orbita.' : undefined;
  } catch {
    return 'The database does not answer.';
  }
}
