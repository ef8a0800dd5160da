import { type RowProblem } from '@orbita/domain/imports';
import { refusalMessage } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, run } from '#connection';
import { insertRows } from './insert-rows.queries.ts';

/** Something about one row that somebody should know: why it was refused, or left out. */
export interface Problem {
  readonly row: number;
  /** The column at fault, with the file before it where there are two; empty when it is the row. */
  readonly column: string;
  readonly code: string;
  readonly message: string;
  /** The row as it came: column → cell. */
  readonly line: Readonly<Record<string, string>>;
}

export interface Origin {
  readonly header: readonly string[];
  /** Names the file in the problem, where an import has two. */
  readonly file: string | null;
}

export function lineOf({ header, file }: Origin, cells: readonly string[]): Record<string, string> {
  const line: Record<string, string> = file === null ? {} : { file };
  for (const [index, name] of header.entries()) line[name] = cells[index] ?? '';
  return line;
}

export function problemOf(origin: Origin, row: number, cells: readonly string[], { column, refusal }: RowProblem): Problem {
  const message = refusalMessage(refusal, 'en');
  return { row, column: origin.file === null ? column : `${origin.file}: ${column}`, code: refusal.code, message, line: lineOf(origin, cells) };
}

export async function saveProblems(em: Em, jobId: string, problems: readonly Problem[]): Promise<void> {
  const rows = problems.map(({ row, column, code, message, line }) => ({ job_id: jobId, row_no: row, column_name: column, code, message, line }));
  await insertRows(em, 'import_problem', {
    job_id: 'uuid', row_no: 'int', column_name: 'text', code: 'text', message: 'text', line: 'jsonb',
  }, rows, 'on conflict do nothing');
}

export async function forgetProblems(em: Em, jobId: string): Promise<void> {
  await run(em, sql`delete from import_problem where job_id = ${jobId}::uuid`);
}
