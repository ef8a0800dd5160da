import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** Every row of every table of every schema, as text. */
export async function everything(em: Em): Promise<{ place: string; text: string }[]> {
  const tables = await rowsOf(em, sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`);
  const dumped = [];
  for (const { schema, name } of tables) {
    const rows = await rowsOf(em, sql<{ place: string; text: string }>`
      select ${name}::text || '.' || cell.key as place, cell.value as text from ${sql.table(`${schema}.${name}`)} t, jsonb_each_text(to_jsonb(t)) cell where cell.value is not null`);
    dumped.push(...rows.map(({ place, text }) => ({ place, text: text.startsWith(String.raw`\x`) ? Buffer.from(text.slice(2), 'hex').toString() : text })));
  }
  return dumped;
}

/** Rows of customers who are none of these, as they stand, but for what is told of a merge with one of them, and of how alike they are. */
export async function rowsOfOthers(em: Em, ids: readonly string[]): Promise<Record<string, unknown[]>> {
  const tables = await rowsOf(em, sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'customer_id' order by 1`);
  const told = ['duplicate_pair', 'customer_merge', 'erasure'];
  const rows: Record<string, unknown[]> = {};
  for (const [name, column] of [['customer', 'id'], ...tables.map((table) => [table.name, 'customer_id'])] as const) {
    if (told.includes(name!)) continue;
    const found = await rowsOf(em, sql<{ row: object }>`
      select to_jsonb(t) - 'possible_duplicates' as row from ${sql.table(name!)} t where ${sql.ref(`t.${column}`)} <> all(${ids}::uuid[])
        and ${name === 'event_personal' ? sql`not exists (select from timeline_event e where e.customer_id = t.customer_id and to_jsonb(t) ->> 'event_no' = e.no::text and e.type in ('customersMerged', 'customersUnmerged'))` : sql`true`} order by 1`);
    rows[name!] = found.map(({ row }) => row);
  }
  return rows;
}
