import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importMessage, importMessageOnScreen, type ImportNote } from '@orbita/domain/imports';
import type { Language } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { importJob } from './job.queries.ts';
import type { Problem } from './problems.queries.ts';

const pageSize = 5_000;

const headings = { en: ['row', 'column', 'code', 'message'], es: ['fila', 'columna', 'código', 'mensaje'] } as const;

/** Writes the problems of an import as CSV: row, column, code, message, and the row as it came. Answers how many. */
export async function writeProblems(em: Em, jobId: string, path: string, language: Language): Promise<number> {
  let written = 0;
  const counted = async function* () {
    for await (const { text, rows } of problemLines(em, jobId, language, importMessage)) {
      written += rows;
      yield text;
    }
  };
  await pipeline(Readable.from(counted()), createWriteStream(path));
  return written;
}

/** The same as text, page by page, each with how many problems it tells; in the words of the screen, unless others are given. */
export async function* problemLines(
  em: Em, jobId: string, language: Language, messageOf: (note: ImportNote, language: Language) => string = importMessageOnScreen,
): AsyncGenerator<{ readonly text: string; readonly rows: number }> {
  const files = Object.values((await importJob(em, jobId))?.state.files ?? {});
  const columns = [...(files.length > 1 ? ['file'] : []), ...new Set(files.flatMap((file) => file.header))];
  yield { text: `\uFEFF${csvLine([...headings[language], ...columns])}`, rows: 0 };
  let after: readonly [number, string, string] = [0, '', ''];
  for (;;) {
    const page = await problemsAfter(em, jobId, after);
    const text = page.map(({ row, column, line, ...note }) =>
      csvLine([String(row), column, note.code, messageOf(note, language), ...columns.map((name) => line[name] ?? '')])).join('');
    yield { text, rows: page.length };
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = [last.row, last.column, last.code];
  }
}

function problemsAfter(em: Em, jobId: string, [row, column, code]: readonly [number, string, string]): Promise<Problem[]> {
  return rowsOf(em, sql<Problem>`
    select row_no as row, column_name as "column", code, details, line from import_problem
    where job_id = ${jobId}::uuid and (row_no, column_name, code) > (${row}::int, ${column}::text, ${code}::text)
    order by row_no, column_name, code limit ${pageSize}`);
}

/** A cell that a spreadsheet would run as a formula is written with an apostrophe before it. */
function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const inert = /^[=+@\t\r]|^-(?![\d.,]+$)/.test(cell) ? `'${cell}` : cell;
    return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
  });
  return `${quoted.join(',')}\r\n`;
}
