import { newId } from '@orbita/database/connection';
import { type House, testNow } from './execute.ts';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly target: string;
  readonly targetColumn: string;
}

/** A row that was laid down for each table, by the names of its columns. */
export type CanaryRows = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export const canaryOf = (table: string, column: string): string => `CANARY:${table}.${column};`;

// What follows from something else, takes two customers, or is the machinery's own.
const left = new Set(['company', 'mikro_orm_migrations', 'outbox_cursor', 'idempotency', 'counter', 'timeline_counter', 'search_word', 'duplicate_pair']);
const chosen: Record<string, Record<string, unknown>> = {
  segment: { kind: 'LIST', shared: true }, saved_view: { shared: true, room: 'customers' }, activity: { kind: 'TASK' }, cycle: { phase: 'TRACTION', entry_phase: 'TRACTION', furthest_phase: 'TRACTION', lost_in_phase: null, leak_phase: null, source: 'WEB' }, app_user: { role: 'partner', team_id: null },
  lifecycle_model: { active: false, stages: '[]', evaluation_order: '{}', name: '{"en": "CANARY:lifecycle_model.name;", "es": "CANARY:lifecycle_model.name;"}' },
  pipeline: { name: '{"en": "Sales", "es": "Ventas"}', stages: '[{"key": "one", "name": {"en": "One", "es": "Uno"}, "probability": 10, "gate": {"and": []}, "staleAfterDays": 7}]' },
  custom_field: { name: 'canary', type: 'TEXT', label: '{"en": "CANARY:custom_field.label;", "es": "CANARY:custom_field.label;"}', options: '[]', readers: '{administrator}' },
  cycle_visit: { phase: 'TRACTION' },
  lead: { channel: 'CALL', source: 'WEB', qualification: '{}', disqualified_reason: 'OTHER' },
  enrichment_proposal: { field: 'website', confidence: 'CERTAIN', because: '{"en": "CANARY:enrichment_proposal.because;", "es": "CANARY:enrichment_proposal.because;"}' },
  bulk_change: { subject: 'CUSTOMER', change: '{"verb": "TAG", "addTags": ["CANARY:bulk_change.change;"], "removeTags": []}', refusals: '{}' },
  import_job: { room: 'customers', status: 'DONE', undone: null, counts: '{"files": {}, "rows": {"created": 0, "updated": 0, "unchanged": 0, "skipped": 0, "refused": 0}, "things": {}, "unmapped": [], "share": 1}' },
  import_mapping: { room: 'customers', plan: '{"room": "customers", "columns": []}' },
  opportunity: { stage: 'one', qualification: null, win_reasons: '{}', close_reason: 'PRICE' },
};

/** One row in every table, of one team and one partner, with a canary in every column that takes a text. */
export async function layCanaries(house: House): Promise<CanaryRows> {
  const rows = new Map<string, Record<string, unknown>>();
  const columns = await house.sql<Column>(`
    select c.table_name as "table", c.column_name as name, case when c.data_type = 'ARRAY' then c.udt_name else c.data_type end as type,
      c.is_nullable = 'NO' and c.column_default is null and c.is_identity = 'NO' as required
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`);
  const references = await house.sql<Reference>(`
    select k.conrelid::regclass::text as "table", a.attname as "column", k.confrelid::regclass::text as target, b.attname as "targetColumn"
    from pg_constraint k, unnest(k.conkey, k.confkey) as pair(own, other), pg_attribute a, pg_attribute b
    where k.contype = 'f' and a.attrelid = k.conrelid and a.attnum = pair.own and b.attrelid = k.confrelid and b.attnum = pair.other`);
  let waiting = [...new Set(columns.map((column) => column.table))].filter((table) => !left.has(table));
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length;
    for (const table of waiting) await layRow(house, table, columns.filter((one) => one.table === table), references, rows);
    waiting = waiting.filter((table) => !rows.has(table));
  }
  if (waiting.length > 0) throw new Error(`No canary could be laid into ${waiting.join(', ')}.`);
  // What is written next is numbered after what was laid down.
  await house.sql('insert into timeline_counter (customer_id, last_no) select customer_id, max(no) from timeline_event group by customer_id');
  return rows;
}

async function layRow(
  house: House, table: string, columns: readonly Column[], references: readonly Reference[], rows: Map<string, Record<string, unknown>>,
): Promise<void> {
  const literals = await literalsOf(house, table);
  const row: Record<string, unknown> = {};
  for (const { name, type, required } of columns) {
    const whose = { owner_id: 'app_user', team_id: 'team', partner_id: 'partner', customer_id: 'customer' }[name];
    const reference = references.find((one) => one.table === table && one.column === name && one.target !== table);
    const target = whose && whose !== table ? { target: whose, targetColumn: 'id' } : required ? reference : undefined;
    if (chosen[table] && name in chosen[table]) row[name] = chosen[table][name];
    else if (target && target.target !== table) row[name] = rows.get(target.target)?.[target.targetColumn];
    else if (required) row[name] = valueOf(table, name, type, literals.get(name));
    if (row[name] === undefined && (required || (target && target.target !== table))) return;
  }
  const names = Object.keys(row).filter((name) => row[name] !== undefined && row[name] !== null);
  const [laid] = await house.sql(
    `insert into ${table} (${names.join()}) values (${names.map(() => '?').join()}) returning *`, names.map((name) => row[name]));
  rows.set(table, laid as Record<string, unknown>);
  const free = columns.filter(({ name, type }) => ['text', '_text', 'jsonb'].includes(type) && !literals.has(name) && !(chosen[table] && name in chosen[table]));
  for (const { name, type } of free) await tryCanary(house, table, name, type, laid as Record<string, unknown>);
}

// A column that refuses the text (a check, a rule that must parse) keeps what it has.
async function tryCanary(house: House, table: string, name: string, type: string, row: Record<string, unknown>): Promise<void> {
  const text = canaryOf(table, name);
  const value = type === 'jsonb' ? JSON.stringify({ canary: text }) : type === '_text' ? `{"${text}"}` : text;
  const key = ['id', 'customer_id', 'no', 'segment_id', 'job_id'].filter((one) => row[one] !== undefined && row[one] !== null);
  if (key.length === 0 || (table === 'segment' && name === 'rule')) return;
  await house.sql(`update ${table} set ${name} = ? where ${key.map((one) => `${one} = ?`).join(' and ')}`, [value, ...key.map((one) => row[one])])
    .catch(() => undefined);
}

async function literalsOf(house: House, table: string): Promise<Map<string, string>> {
  const checks = await house.sql<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conrelid = ?::regclass`, [table]);
  return new Map(checks.flatMap(({ text }) => {
    const found = /\(+"?(\w+)"? = (?:ANY \(+ARRAY\[)?'([^']+)'/.exec(text);
    return found ? [[found[1] ?? '', found[2] ?? '']] : [];
  }));
}

function valueOf(table: string, name: string, type: string, literal: string | undefined): unknown {
  if (literal !== undefined) return literal;
  if (type === 'uuid') return newId();
  if (type === 'text') return canaryOf(table, name);
  if (type === 'character') return name.includes('currency') ? 'USD' : 'ES';
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return false;
  if (type === 'date') return '2026-01-01';
  if (type.startsWith('timestamp')) return testNow;
  if (type === 'tsvector') return 'canary';
  if (type === 'bytea') return Buffer.from('canary');
  return type.startsWith('_') ? '{}' : 1;
}
