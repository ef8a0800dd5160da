import type { ImportNote, Reason, RowProblem } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, insertRows, run } from '#connection';

/** Something about one row that somebody should know: why it was refused, left out, or not followed in all. */
export interface Problem extends ImportNote {
  readonly row: number;
  /** The columns at fault, with the file before them where there are two; empty when it is the row. */
  readonly column: string;
  /** The row as it came: column → cell. */
  readonly line: Readonly<Record<string, string>>;
}

/** Where a row stands: the heading of its file, and the file's name where an import has two. */
export interface Origin {
  readonly header: readonly string[];
  readonly file: string | null;
}

/** A row that was refused. */
export const problemOf = (origin: Origin, row: number, cells: readonly string[], { column, refusal }: RowProblem): Problem =>
  noteOf(origin, row, cells, { column, code: refusal.code, details: refusal.details });

/** A row that was left out, or followed in part, under a code of the mapping or of the import. */
export const toldOf = (origin: Origin, row: number, cells: readonly string[], code: string, because: Reason, columns: readonly string[] = []): Problem =>
  noteOf(origin, row, cells, { column: columns.join(', '), code, details: { because, ...(columns.length > 0 ? { columns: columns.join(', ') } : {}) } });

function noteOf({ header, file }: Origin, row: number, cells: readonly string[], { column, ...note }: ImportNote & { column: string }): Problem {
  const line: Record<string, string> = file === null ? {} : { file };
  for (const [index, name] of header.entries()) line[name] = cells[index] ?? '';
  return { ...note, row, column: file === null ? column : `${file}: ${column}`, line };
}

export async function saveProblems(em: Em, jobId: string, problems: readonly Problem[]): Promise<void> {
  const rows = problems.map(({ row, column, code, details = {}, line }) => ({ job_id: jobId, row_no: row, column_name: column, code, details, line }));
  await insertRows(em, 'import_problem', rows, 'on conflict do nothing');
}

export async function forgetProblems(em: Em, jobId: string): Promise<void> {
  await run(em, sql`delete from import_problem where job_id = ${jobId}::uuid`);
}
