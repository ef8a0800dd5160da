import { sql } from 'kysely';
import type { Em } from './open-connection.ts';
import { rowsOf } from './rows.ts';

/** Makes writes that claim the same thing (a code, a number) wait for each other until the end of the transaction. */
export async function takeTurns(em: Em, claim: string): Promise<void> {
  await rowsOf(em, sql`select pg_advisory_xact_lock(hashtextextended(${claim}, 0))`);
}
