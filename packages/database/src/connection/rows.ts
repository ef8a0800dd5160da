import type { Kysely as KyselyOf, RawBuilder } from 'kysely';
import type { Em } from './open-connection.ts';

// Named queries are SQL text with typed results; the builder's own table types are not used by them.
export type Kysely = KyselyOf<unknown>;

/** Runs one named query and hands back its rows, inside the transaction of this entity manager if it has one. */
export async function rowsOf<Row>(em: Em, query: RawBuilder<Row>): Promise<Row[]> {
  const { rows } = await query.execute(em.getKysely<Record<string, never>>() as unknown as Kysely);
  return rows;
}

/** Runs one statement for its effect and answers how many rows it touched. */
export async function run(em: Em, query: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await query.execute(em.getKysely<Record<string, never>>() as unknown as Kysely);
  return Number(numAffectedRows ?? 0n);
}
