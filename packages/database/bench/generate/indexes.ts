import type pg from 'pg';

/** Takes the indexes of tables away while they are filled, those of their keys left out; answers how to make them again. */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = any($1::text[]::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`, [tables]);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/** The same with the primary keys: a table that is filled in another order than its key's grows them much faster afterwards. */
export async function dropKeys(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; owner: string; definition: string }>(`
    select conname as name, conrelid::regclass::text as owner, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'p' and conrelid = any($1::text[]::regclass[])
      and not exists (select from pg_constraint f where f.confrelid = pg_constraint.conrelid)`, [tables]);
  for (const { name, owner } of rows) await client.query(`alter table ${owner} drop constraint ${name}`);
  return rows.map(({ name, owner, definition }) => `alter table ${owner} add constraint ${name} ${definition}`);
}
