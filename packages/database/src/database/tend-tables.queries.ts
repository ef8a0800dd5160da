import { sql } from 'kysely';
import { rowsOf, run } from '#connection';
import type { Database } from './open-database.ts';

/**
 * Does for the embedded database what autovacuum does on a server, by PostgreSQL's own thresholds: without it every plan
 * would be made as if nobody knew how many rows there are, and the room of what was deleted or written anew would never
 * be used again. Answers the tables that it tended; on a server none.
 */
export async function tendTables({ em, kind }: Pick<Database, 'em' | 'kind'>): Promise<string[]> {
  if (kind !== 'PGlite') return [];
  // What changed is counted only once a second otherwise.
  await run(em.fork(), sql`select pg_stat_force_next_flush()`);
  const tables = await rowsOf(em.fork(), sql<{ schema: string; name: string; dead: boolean }>`
    select schemaname as schema, relname as name, dead from (
      select schemaname, relname, n_dead_tup > 50 + 0.2 * n_live_tup as dead, n_mod_since_analyze > 50 + 0.1 * n_live_tup as changed from pg_stat_user_tables) t
    where dead or changed order by 1, 2`);
  // One after the other, and not in a transaction: between two of them everybody else comes in.
  for (const { schema, name, dead } of tables) {
    await run(em.fork(), dead ? sql`vacuum (analyze) ${sql.table(`${schema}.${name}`)}` : sql`analyze ${sql.table(`${schema}.${name}`)}`);
  }
  return tables.map(({ name }) => name);
}
