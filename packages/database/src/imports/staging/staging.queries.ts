import type { FileRole } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, insertRows, rowsOf, run } from '#connection';
import { makeImportSchema } from '../job/index.ts';

/** `OK`, `BAD` (refused, told already), or the reason for which the row was left out. */
export interface StagedRow {
  readonly role: FileRole;
  readonly row: number;
  /** Rows of one number are one thing, and loaded together. */
  readonly number: string;
  /** The customer's id in the file's system; '' where only the order's own row has it. */
  readonly customer: string;
  /** When it happened: things are loaded in that order. */
  readonly placedAt: string | null;
  readonly cells: readonly string[];
  readonly state: string;
}

export interface GroupedRow extends StagedRow {
  readonly ordinal: number;
}

/**
 * Rows of what happened wait in a table of their own until all are read: the lines of an order may stand anywhere in the
 * file, or in another one, and history is loaded in the order of its dates. It is no part of the schema: made for one import,
 * not written to the log of the database, gone with its end.
 */
const staged = (jobId: string) => sql.raw(`orbita_import.rows_${jobId.replaceAll('-', '')}`);
const groups = (jobId: string) => sql.raw(`orbita_import.groups_${jobId.replaceAll('-', '')}`);

export async function makeStaging(em: Em, jobId: string): Promise<void> {
  await makeImportSchema(em);
  await run(em, sql`
    create unlogged table if not exists ${staged(jobId)} (
      role text not null, row int not null, number text not null, customer text not null, "placedAt" timestamptz, cells json not null,
      state text not null, primary key (role, row))`);
}

export async function stage(em: Em, jobId: string, rows: readonly StagedRow[]): Promise<void> {
  await insertRows(em, `orbita_import.rows_${jobId.replaceAll('-', '')}`, rows as unknown as Record<string, unknown>[]);
}

export async function stagedCount(em: Em, jobId: string): Promise<number | null> {
  const name = `orbita_import.rows_${jobId.replaceAll('-', '')}`;
  const [table] = await rowsOf(em, sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`);
  if (!table?.there) return null;
  const [row] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from ${staged(jobId)}`);
  return row?.count ?? 0;
}

/** Numbers the orders by date and deals them into batches of about so many rows; answers how many batches. */
export async function groupStaged(em: Em, jobId: string, { batchRows, twoFiles }: { batchRows: number; twoFiles: boolean }): Promise<number> {
  const customer = twoFiles ? sql`''::text` : sql`customer`;
  await run(em, sql`drop table if exists ${groups(jobId)}`);
  await run(em, sql`
    create unlogged table ${groups(jobId)} as
    with counted as (
      select number, ${customer} as customer, min("placedAt") as at, min(row) filter (where role = 'rows') as first, count(*) as rows
      from ${staged(jobId)} group by 1, 2
    ), ordered as (
      select *, row_number() over (order by at nulls last, first nulls last, number, customer) as ordinal from counted
    )
    select ordinal::int, number, customer, div(sum(rows) over (order by ordinal) - 1, ${batchRows})::int as batch from ordered`);
  await run(em, sql`create index on ${groups(jobId)} (batch)`);
  await run(em, sql`create index on ${staged(jobId)} (number)`);
  await run(em, sql`analyze ${groups(jobId)}`);
  await run(em, sql`analyze ${staged(jobId)}`);
  const [row] = await rowsOf(em, sql<{ count: number }>`select coalesce(max(batch) + 1, 0)::int as count from ${groups(jobId)}`);
  return row?.count ?? 0;
}

/** The rows of one batch, order by order, an order's own rows before its lines. */
export function stagedBatch(em: Em, jobId: string, batch: number, twoFiles: boolean): Promise<GroupedRow[]> {
  const same = twoFiles ? sql`true` : sql`s.customer = g.customer`;
  return rowsOf(em, sql<GroupedRow>`
    select g.ordinal, s.role, s.row, s.number, s.customer, s.cells, s.state
    from ${groups(jobId)} g join ${staged(jobId)} s on s.number = g.number and ${same}
    where g.batch = ${batch}
    order by g.ordinal, s.role = 'lines', s.row`);
}

export async function dropStaging(em: Em, jobId: string): Promise<void> {
  await run(em, sql`drop table if exists ${staged(jobId)}, ${groups(jobId)}`);
}
