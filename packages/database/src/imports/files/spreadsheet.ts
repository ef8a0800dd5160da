import { importRefused } from '../import-refused.ts';
import type ExcelJS from 'exceljs';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { inspectPackage } from './inspect-package.ts';
import { CellTexts } from './cell-texts.ts';

const longestCell = 100_000;
// The format has no more.
const mostRows = 1_048_576;

/**
 * The first sheet with rows of a spreadsheet (XLSX) as CSV: UTF-8, commas, decimal points, ISO dates; of a formula the value
 * that was last computed. Read row by row; refused where it is broken, locked, or packed larger than anybody means.
 */
export async function spreadsheetText(path: string, name: string): Promise<Readable> {
  await inspectPackage(path, name);
  // Four hundred modules, which a start does without.
  const { default: { stream } } = await import('exceljs');
  async function* rows(): AsyncGenerator<string[]> {
    const texts = new CellTexts();
    const parts = new stream.xlsx.WorkbookReader(path, { sharedStrings: 'emit', hyperlinks: 'ignore', styles: 'cache', worksheets: 'emit' }).parse() as AsyncIterator<Part>;
    let found = false;
    let written = 0;
    try {
      for (let part = await parts.next(); !part.done; part = await parts.next()) {
        if ('text' in part.value) texts.add(textOf(part.value.text).slice(0, longestCell));
        else if (!found) {
          for await (const row of part.value.value) {
            if (row.number > mostRows) throw importRefused('INVALID_FORMAT', 'BROKEN_SHEET', { name });
            const cells = textsOf(row, texts);
            if (!found && cells.every((cell) => cell === '')) continue;
            found = true;
            // A row that nobody wrote to is not in the file, and counts in what people see.
            for (; written < row.number - 1; written += 1) yield [''];
            yield cells;
            written += 1;
          }
        }
      }
    } catch (error) {
      throw error instanceof Error && 'refusal' in error ? error : importRefused('INVALID_FORMAT', 'BROKEN_SHEET', { name });
    } finally {
      // What the reader has put into files of its own is thrown away when it comes to its end.
      while (!(await parts.next().catch(() => ({ done: true }))).done);
      texts.close();
    }
    if (!found) throw importRefused('REQUIRED', 'EMPTY_FILE', { name });
  }
  // What breaks it off destroys both, so that whoever reads it is told.
  return Readable.from(rows()).compose(stringify());
}

/** What the reader comes upon: a text that cells share, or a sheet. */
type Part = { readonly text: ExcelJS.CellValue } | { readonly value: AsyncIterable<ExcelJS.Row> };

function textsOf(row: ExcelJS.Row, texts: CellTexts): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: true }, ({ value }, at) => {
    const text = value !== null && typeof value === 'object' && 'sharedString' in value ? texts.at(Number(value.sharedString)) : textOf(value);
    cells[at - 1] = text.slice(0, longestCell);
  });
  return Array.from(cells, (cell) => cell ?? '');
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'string') return typedNumber(value) ?? value;
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue);
  if ('formula' in value || 'sharedFormula' in value) return textOf((value.result ?? null) as ExcelJS.CellValue);
  return '';
}

const withThousands = /^[-+]?\d{1,3}(?:\.\d{3})+,\d{1,4}(?:\s*€)?$/;
const inEuros = /^[-+]?\d+(?:\.\d{3})*(?:,\d{1,4})?\s*€$/;

/** What somebody typed as text and can only be a number with a comma before its parts: as the numbers of the sheet are written. */
const typedNumber = (text: string): string | null =>
  (withThousands.test(text.trim()) || inEuros.test(text.trim()) ? text.replaceAll(/[\s.€]/g, '').replace(',', '.') : null);

/** A sheet's date has no zone: what it shows is what is meant. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
