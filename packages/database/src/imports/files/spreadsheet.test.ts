import ExcelJS from 'exceljs';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spreadsheetText } from './spreadsheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'orbita-sheets-'));
const before = process.env['TMPDIR'];
// What is put aside while a sheet is read shall be seen.
beforeAll(() => { process.env['TMPDIR'] = folder; });
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true });
});

const count = 3000;
const nameOf = (row: number) => `Bodega ${row}, de ${row % 3 === 0 ? 'Logroño' : 'Haro'}`;

/** A sheet whose texts stand apart, behind it, as Excel writes them. */
async function sheetOf(name: string): Promise<string> {
  const path = join(folder, name);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = book.addWorksheet('Clientes');
  sheet.addRow(['Nombre', 'País', 'Nota']).commit();
  for (let row = 0; row < count; row += 1) sheet.addRow([nameOf(row), 'ES', row === 5 ? { richText: [{ text: 'muy ' }, { text: 'bueno', font: { bold: true } }] } : `nota ${count - row}`]).commit();
  sheet.commit();
  await book.commit();
  return path;
}

test('texts that cells share are read from where they stand, however many there are', async () => {
  const path = await sheetOf('shared.xlsx');
  const lines = (await text(await spreadsheetText(path, 'shared.xlsx'))).trimEnd().split('\n');
  expect(lines).toEqual(['Nombre,País,Nota', ...Array.from({ length: count }, (_, row) => `"${nameOf(row)}",ES,${row === 5 ? 'muy bueno' : `nota ${count - row}`}`)]);
});

test('of a sheet that is read to its end, and of one that is given up, nothing stays behind', async () => {
  const path = await sheetOf('left.xlsx');
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  await text(await spreadsheetText(path, 'left.xlsx'));
  const nothingElse = () => expect.poll(() => readdirSync(folder), { timeout: 10_000 }).toEqual(sheets);
  await nothingElse();
  for await (const piece of await spreadsheetText(path, 'left.xlsx')) {
    expect(String(piece)).toContain('Nombre');
    break;
  }
  await nothingElse();
});

test('a row beyond what a sheet can hold is refused, not counted up to', async () => {
  const JSZip = createRequire(fileURLToPath(import.meta.resolve('exceljs')))('jszip') as { loadAsync(bytes: Buffer): Promise<Package> };
  const whole = await JSZip.loadAsync(readFileSync(await sheetOf('whole.xlsx')));
  const sheet = 'xl/worksheets/sheet1.xml';
  whole.file(sheet, (await whole.file(sheet).async('string')).replace('r="2"', 'r="2000000000"').replaceAll(/(?<=r="[A-C])2(?=")/g, '2000000000'));
  const path = join(folder, 'far.xlsx');
  writeFileSync(path, await whole.generateAsync({ type: 'nodebuffer' }));
  const read = spreadsheetText(path, 'far.xlsx').then((stream) => text(stream));
  await expect(read).rejects.toMatchObject({ refusal: { details: { because: 'BROKEN_SHEET' } } });
});

interface Package {
  file(name: string): { async(as: 'string'): Promise<string> };
  file(name: string, content: string): void;
  generateAsync(options: { type: 'nodebuffer' }): Promise<Buffer>;
}
