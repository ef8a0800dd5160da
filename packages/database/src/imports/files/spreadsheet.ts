import { importRefused } from '../import-refused.ts';
import ExcelJS from 'exceljs';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { inspectPackage } from './inspect-package.ts';

const longestCell = 100_000;

/**
 * The first sheet with rows of a spreadsheet (XLSX) as CSV: UTF-8, commas, decimal points, ISO dates; of a formula the value
 * that was last computed. Read row by row; refused where it is broken, locked, or packed larger than anybody means.
 */
export async function spreadsheetText(path: string, name: string): Promise<Readable> {
  await inspectPackage(path, name);
  async function* rows(): AsyncGenerator<string[]> {
    const book = new ExcelJS.stream.xlsx.WorkbookReader(path, { sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache', worksheets: 'emit' });
    let found = false;
    try {
      for await (const sheet of book) {
        for await (const row of sheet) {
          const cells = textsOf(row);
          if (!found && cells.every((cell) => cell === '')) continue;
          found = true;
          yield cells;
        }
        if (found) return;
      }
    } catch (error) {
      throw error instanceof Error && 'refusal' in error ? error : importRefused('INVALID_FORMAT', 'BROKEN_SHEET', { name });
    }
    if (!found) throw importRefused('REQUIRED', 'EMPTY_FILE', { name });
  }
  // What breaks it off destroys both, so that whoever reads it is told.
  return Readable.from(rows()).compose(stringify());
}

function textsOf(row: ExcelJS.Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: true }, (cell, at) => { cells[at - 1] = textOf(cell.value).slice(0, longestCell); });
  return Array.from(cells, (cell) => cell ?? '');
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue);
  if ('formula' in value || 'sharedFormula' in value) return textOf((value.result ?? null) as ExcelJS.CellValue);
  return '';
}

/** A sheet's date has no zone: what it shows is what is meant. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
