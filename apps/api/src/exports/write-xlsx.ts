import type { Cell, ExportedColumn } from '@orbita/schema/exports';
import type ExcelJS from 'exceljs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** As many as a sheet of a spreadsheet holds, its heading among them. */
export const mostRows = 1_048_576;
const longestText = 32_767;
const formats: Partial<Record<ExportedColumn['type'], string>> = { money: '#,##0.00', instant: 'yyyy-mm-dd hh:mm', date: 'yyyy-mm-dd' };

/** One sheet with a heading that stays in sight, row by row: what is written is not kept. */
export async function writeXlsx(
  { title, heading, columns }: { readonly title: string; readonly heading: readonly string[]; readonly columns: readonly ExportedColumn[] },
  pages: AsyncIterable<readonly Cell[][]>, out: Writable,
): Promise<void> {
  // Only when a spreadsheet is asked for: a start does without its four hundred modules.
  const { default: { stream } } = await import('exceljs');
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  const kinds = columns.flatMap(({ type }) => (type === 'money' ? [type, 'text' as const] : [type]));
  sheet.columns = kinds.map((type) => ({ width: type === 'text' ? 24 : 16, style: formats[type] ? { numFmt: formats[type] } : {} }));
  const head = sheet.addRow([...heading]);
  head.font = { bold: true };
  head.commit();
  for await (const page of pages) {
    // Whoever has gone waits for nothing, and nothing more is read for him.
    if (out.destroyed) throw hasGone();
    for (const row of page) sheet.addRow(row.map(valueOf)).commit();
    // The library heeds no brake: a reader slower than the database waits here.
    if (out.writableNeedDrain) await unlessGone(out, once(out, 'drain'));
  }
  sheet.commit();
  await unlessGone(out, book.commit());
}

const hasGone = () => new Error('The reader has gone.');

/** What waits for a reader waits no longer once he has gone. */
async function unlessGone(out: Writable, waiting: Promise<unknown>): Promise<void> {
  const gone = new AbortController();
  const left = once(out, 'close', { signal: gone.signal }).then(() => { if (!out.writableFinished) throw hasGone(); }, () => {});
  if (out.destroyed) throw hasGone();
  try {
    await Promise.race([waiting, left]);
  } finally {
    gone.abort();
  }
}

/** A text is a text, whatever it begins with: no formula is ever written. What XML cannot hold is left out. */
function valueOf(cell: Cell): ExcelJS.CellValue {
  if (typeof cell === 'string') return cell.slice(0, longestText).replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '').toWellFormed();
  return typeof cell === 'object' && cell !== null && 'decimal' in cell ? Number(cell.decimal) : cell;
}
