import { sql } from 'kysely';
import { type Em, run } from '#connection';

/** Columns of a table with their types, in the order in which they are written. */
export type Columns = Readonly<Record<string, string>>;

/**
 * Inserts many rows in one statement that is the same however many there are, on both databases. The rows go as one JSON
 * text, which both drivers send in one parameter.
 */
export async function insertRows(
  em: Em, table: string, columns: Columns, rows: readonly Readonly<Record<string, unknown>>[], conflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns).map((name) => `"${name}"`).join(', ');
  const typed = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`).join(', ');
  await run(em, sql`
    insert into ${sql.raw(table)} (${sql.raw(names)})
    select ${sql.raw(names)} from json_to_recordset(${JSON.stringify(rows)}::json) as r(${sql.raw(typed)}) ${sql.raw(conflict)}`);
}
