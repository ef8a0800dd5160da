import { sql } from 'kysely';
import type { Em } from './open-connection.ts';
import { run } from './rows.ts';

const perStatement = 10_000;

/**
 * Inserts many rows, set by set, in a statement that is the same however many there are, on both databases: they go as
 * one JSON text in one parameter. The keys of the first row are the columns of all; what is not written takes no default.
 */
export async function insertRows(em: Em, table: string, rows: readonly Readonly<Record<string, unknown>>[], conflict = ''): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.id(column)));
  for (let at = 0; at < rows.length; at += perStatement) {
    const json = JSON.stringify(rows.slice(at, at + perStatement));
    await run(em, sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json) ${sql.raw(conflict)}`);
  }
}
