import { availableParallelism, loadavg } from 'node:os';
import type pg from 'pg';

/** One line of the table. */
export interface Row {
  readonly scenario: string;
  readonly floor: string;
  readonly ours: string;
  readonly ratio: string;
  readonly target: string;
  readonly met: boolean | undefined;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

/** On which machine, over what and when: figures mean nothing without it. */
export async function head(client: pg.Client, customers: number): Promise<string> {
  const { rows } = await client.query<{ version: string; events: string; orders: string; size: string }>(`
    select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size,
      (select reltuples::bigint::text from pg_class where relname = 'timeline_event') as events,
      (select reltuples::bigint::text from pg_class where relname = 'sales_order') as orders`);
  const { version, events, orders, size } = rows[0]!;
  const count = (text: number | string) => Number(text).toLocaleString('en');
  return `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · PostgreSQL ${version.split(' ')[0]} · Node ${process.versions.node} · ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)} · `
    + `${count(customers)} customers, ${count(orders)} orders, ${count(events)} timeline events, ${size}`;
}

export function markdown(rows: readonly Row[]): string {
  const mark = ({ met }: Row) => (met === undefined ? '' : met ? ' ✓' : ' ✗');
  return ['| scenario | floor | ours | ratio | target |', '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.scenario} | ${row.floor} | ${row.ours} | ${row.ratio} | ${row.target}${mark(row)} |`)].join('\n');
}
