import { sql } from 'kysely';
import { type Em, run } from '#connection';

const perStatement = 2_000;

/** Inserts plain rows, set by set; the keys of the first row are the columns of all. */
export async function insertRows(em: Em, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.id(column)));
  for (let at = 0; at < rows.length; at += perStatement) {
    const json = JSON.stringify(rows.slice(at, at + perStatement));
    await run(em, sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`);
  }
}
