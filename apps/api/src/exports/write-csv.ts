import type { Cell } from '@orbita/schema/exports';
import { stringify } from 'csv-stringify';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** RFC 4180 in UTF-8, with the mark by which spreadsheets know it unless told otherwise; what a spreadsheet would take for a formula is made text. */
export async function writeCsv(heading: readonly string[], pages: AsyncIterable<readonly Cell[][]>, out: Writable, { mark = true } = {}): Promise<void> {
  async function* lines() {
    yield heading.map(inert);
    for await (const page of pages) for (const row of page) yield row.map(textOf);
  }
  await pipeline(Readable.from(lines()), stringify({ bom: mark, record_delimiter: 'windows' }), out);
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return inert(cell);
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'object' ? cell.decimal : String(cell);
}

/** A text that begins like a formula gets a quote before it; a telephone number calls nothing and stays as it is. */
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().-]+$/.test(text) ? `'${text}` : text);
