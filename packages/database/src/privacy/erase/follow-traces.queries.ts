import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import type { Traces } from './traces.queries.ts';

/** Erases what is found by value and not by row: rows of imports as they came, rules, results that are kept for retries. */
export async function eraseTraces(em: Em, ids: readonly string[], traces: Traces, mark: string): Promise<void> {
  await eraseImported(em, traces);
  await eraseFromRules(em, traces.keys, mark);
  const named = ids.map((id) => `%${id}%`);
  await run(em, sql`delete from idempotency where result::text like any(${named}::text[]) or key like any(${[...named, ...traces.keys.map(within)]}::text[])`);
}

/**
 * Forgets what is kept of these customers so that changes of many and imports can be taken back, and files that were handed
 * in: of him they cannot be taken back any more. A file that is being imported goes when its import ends.
 */
export async function eraseKeptForUndoing(em: Em, customerIds: readonly string[]): Promise<void> {
  const ids = sql`${customerIds}::uuid[]`;
  await run(em, sql`delete from import_touched where thing_id = any(${ids})`);
  await run(em, sql`
    update bulk_row set changed = null, refusal = null
    where target_id = any(${ids}) or target_id in (select id from opportunity where customer_id = any(${ids}) union all select id from lead where customer_id = any(${ids}))`);
  await run(em, sql`delete from import_file f where not exists (select from import_job j where j.file_id = f.id and j.status in ('WAITING', 'RUNNING'))`);
}

const within = (text: string): string => `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
const compared = (texts: readonly string[]): string[] => [...new Set(texts.map((text) => text.toLowerCase()))];
const digits = (texts: readonly string[]): string[] => [...new Set(texts.map((text) => text.replaceAll(/\D/g, '')).filter((text) => text.length >= 6).flatMap((text) => [text, text.slice(-9)]))];

/** Whether one of the cells (rows `cell(value)`) tells of him: one of his keys, the whole of his name, or an e-mail of his within it. */
const tells = ({ keys, texts }: Traces): RawBuilder<boolean> => sql<boolean>`(
  lower(btrim(cell.value)) = any(${compared([...keys, ...texts])}::text[])
  or cell.value ~ '^[-+() 0-9./]{6,}$' and right(regexp_replace(cell.value, '[^0-9]', '', 'g'), 9) = any(${digits(keys)}::text[])
  or lower(cell.value) like any(${compared(keys.filter((key) => key.includes('@'))).map(within)}::text[]))`;

async function eraseImported(em: Em, traces: Traces): Promise<void> {
  await run(em, sql`
    update import_problem p set line = null, details = '{}'
    where exists (select from jsonb_each_text(case jsonb_typeof(p.line) when 'object' then p.line else '{}' end) cell(name, value) where ${tells(traces)})
      or exists (select from jsonb_each_text(p.details) cell(name, value) where ${tells(traces)})`);
  await run(em, sql`update import_job set failure = null where lower(failure) like any(${compared(traces.keys).map(within)}::text[])`);
  for (const { name } of await stagedTables(em)) {
    await run(em, sql`
      delete from orbita_import.${sql.id(name)} s
      where exists (select from json_array_elements_text(s.cells) cell(value) where ${tells(traces)})`);
  }
}

/** Rows that an import keeps until it ends, also of one that was broken off. */
const stagedTables = (em: Em): Promise<{ name: string }[]> => rowsOf(em, sql<{ name: string }>`
  select table_name as name from information_schema.tables where table_schema = 'orbita_import' and starts_with(table_name, 'rows_')`);

const rules = [
  ['segment', 'rule'], ['saved_view', 'search'], ['routing_rule', 'rule'], ['pipeline', 'stages'], ['lifecycle_model', 'stages'],
] as const;

/** A rule that names him by one of his exact keys names nobody from now on. */
async function eraseFromRules(em: Em, keys: readonly string[], mark: string): Promise<void> {
  for (const key of compared(keys)) {
    const [said, instead] = [JSON.stringify(key), JSON.stringify(mark)];
    for (const [table, column] of rules) {
      // Found whatever its capitals, written over as it stands.
      await run(em, sql`
        update ${sql.table(table)} t set ${sql.id(column)} = (
          select regexp_replace(t.${sql.id(column)}::text, ${said.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}, ${instead.replaceAll('\\', '\\\\')}, 'gi')::jsonb)
        where position(${said} in lower(t.${sql.id(column)}::text)) > 0`);
    }
  }
}
