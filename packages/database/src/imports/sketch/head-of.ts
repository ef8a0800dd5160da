import { detectSeparator, detectWriting, type DetectedWriting, type FileFormat, type UsualWriting } from '@orbita/domain/imports';
import { parse } from 'csv-parse/sync';
import { columnNamesOf, detectEncoding, isBlank } from '../files/index.ts';
import { importRefused } from '../import-refused.ts';

/** The beginning of a file, read as it seems to be written. */
export interface Head {
  readonly format: Omit<FileFormat, 'path'>;
  readonly unsure: DetectedWriting['unsure'];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const mostRows = 200;
const mostBytes = 1_000_000;
const mostAbove = 30;
/** How much of the widest row a heading names: titles and the heads of groups, which stand over it, name less. */
const enough = 0.6;

/** What was said of how the file is written: it goes before what it looks like. */
export type SaidFormat = Partial<Pick<FileFormat, 'encoding' | 'separator' | 'heading' | 'decimal' | 'dates'>>;

/** Reads the heading and the first rows. Refuses what has no rows that can be told apart. */
export function headOf(first: Buffer, { name, country, spreadsheet, lastTime }: { readonly name: string; readonly country: string; readonly spreadsheet: boolean; readonly lastTime?: UsualWriting }, said: SaidFormat): Head {
  const bytes = first.subarray(0, mostBytes);
  const encoding = spreadsheet ? 'utf-8' : said.encoding ?? detectEncoding(bytes);
  const text = textOf(bytes, encoding);
  const separator = spreadsheet ? ',' : said.separator ?? detectSeparator(text);
  const records = recordsOf(text, separator, first.length > mostBytes, name);
  const heading = records.findIndex((record, at) => at + 1 >= (said.heading ?? headingIn(records)) && !isBlank(record)) + 1;
  const header = columnNamesOf(records[heading - 1] ?? [], name);
  if (header.length === 0) throw importRefused('REQUIRED', 'EMPTY_FILE', { name });
  const rows = records.slice(heading).filter((record) => !isBlank(record)).slice(0, mostRows);
  const usual = lastTime ?? { decimal: separator === ';' ? ',' : '.', dates: country === 'US' ? 'MDY' : 'DMY' } as const;
  const detected = detectWriting(rows.flat(), usual);
  // A sheet's own numbers are written in one way, and so are its dates; those that somebody typed as text are not.
  const writing = spreadsheet ? { decimal: '.', dates: detected.dates, unsure: detected.unsure.filter((one) => one === 'dates') } as const : detected;
  const { decimal = writing.decimal, dates = writing.dates } = said;
  const unsure = writing.unsure.filter((one) => said[one] === undefined);
  return { format: { encoding, separator, heading, decimal, dates, zone: null, empty: [] }, unsure, header, rows };
}

/** In which row the columns are named: the first that is nearly as wide as any. */
function headingIn(records: readonly (readonly string[])[]): number {
  const widths = records.slice(0, 2 * mostAbove).map((record) => record.filter((cell) => cell.trim() !== '').length);
  return widths.slice(0, mostAbove).findIndex((width) => width > 0 && width >= enough * Math.max(...widths)) + 1 || 1;
}

function textOf(bytes: Buffer, encoding: FileFormat['encoding']): string {
  const label = encoding === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : encoding === 'utf-16' ? 'utf-16le' : encoding;
  return new TextDecoder(label).decode(bytes);
}

function recordsOf(text: string, separator: string, cut: boolean, name: string): string[][] {
  try {
    const records = parse(text, {
      delimiter: separator, bom: true, relax_column_count: true, relax_quotes: true, to: mostAbove + mostRows + 2, max_record_size: 1_000_000,
    }) as string[][];
    // The last row of a piece may be cut off.
    return cut && records.length <= mostAbove + mostRows + 1 ? records.slice(0, -1) : records;
  } catch {
    throw importRefused('INVALID_FORMAT', 'QUOTE_OPEN', { name });
  }
}
