import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type FileFormat, refuseBecause, sumOf } from '@orbita/domain/imports';
import type { Refusal } from '@orbita/domain/refusal';
import { CsvError, parse } from 'csv-parse';
import { importRefused } from '../import-refused.ts';
import { columnNamesOf, isBlank } from './column-names-of.ts';
import { decode } from './decode.ts';
import { kindOf } from './kind-of.ts';
import type { FileSource } from './file-source.ts';

/** One row, by its number as a spreadsheet counts: blank ones count, and are left out. */
export interface Row {
  readonly no: number;
  readonly cells: readonly string[];
  /** Why nothing of the row can be used, whatever it says. */
  readonly unusable: Refusal | null;
}

export interface RowBatch {
  readonly header: readonly string[];
  /** The row in which the heading stands. */
  readonly heading: number;
  readonly rows: readonly Row[];
  /** How much of the file was read for it, 0 to 1. */
  readonly share: number;
  readonly last: boolean;
}

const longestRow = 1_000_000;

/** Reads a file batch by batch, from its heading on, never more than one in memory; rows up to `after` were read before and are left out. */
export async function* readRows(source: FileSource, format: FileFormat, { size, after }: { size: number; after: number }): AsyncGenerator<RowBatch> {
  const bytes = await source.open();
  let passed = 0;
  const share = () => (source.bytes === 0 ? 1 : Math.min(1, passed / source.bytes));
  let header: readonly string[] | undefined;
  let heading = 0;
  let rows: Row[] = [];
  let no = 0;
  try {
    const packing = await packingOf(bytes, source.name);
    bytes.on('data', (chunk: Buffer | string) => { passed += chunk.length; });
    const records = parse({
      delimiter: format.separator, bom: true, relax_column_count: true, relax_quotes: true, max_record_size: longestRow,
    });
    pipeline([bytes, ...packing, decode(source.name, format.encoding), records], () => {});
    for await (const record of records as AsyncIterable<string[]>) {
      no += 1;
      if (no < (format.heading ?? 1) || isBlank(record)) continue;
      if (!header) [header, heading] = [columnNamesOf(record, source.name), no];
      else if (no > after) rows.push(rowOf(no, record, header));
      if (header && rows.length >= size) {
        yield { header, heading, rows, share: share(), last: false };
        rows = [];
      }
    }
    if (!header) throw importRefused('REQUIRED', 'EMPTY_FILE', { name: source.name });
    yield { header, heading, rows, share: 1, last: true };
  } catch (error) {
    throw explained(error, source.name);
  } finally {
    bytes.destroy();
  }
}

/** Packed or not is told by the first bytes, whatever the name says. */
async function packingOf(bytes: Readable, name: string): Promise<ReturnType<typeof createGunzip>[]> {
  return kindOf(await firstOf(bytes), name) === 'GZIP' ? [createGunzip()] : [];
}

function firstOf(bytes: Readable): Promise<Buffer> {
  return new Promise((done, fail) => {
    const look = (): void => {
      const chunk = bytes.read() as Buffer | null;
      if (chunk !== null) bytes.unshift(chunk);
      bytes.off('readable', look).off('error', fail).off('end', look);
      done(chunk ?? Buffer.alloc(0));
    };
    bytes.on('readable', look).on('error', fail).on('end', look);
  });
}

function rowOf(no: number, record: readonly string[], header: readonly string[]): Row {
  const more = record.length > header.length && record.slice(header.length).some((cell) => cell.trim() !== '');
  const sum = more ? null : sumOf(record);
  if (sum !== null) return { no, cells: record, unusable: refuseBecause('INVALID', 'SUMS_UP', { value: sum }) };
  if (!more && !record.some((cell) => cell.includes('\0'))) return { no, cells: record, unusable: null };
  const unusable = more ? refuseBecause('INVALID_FORMAT', 'TOO_MANY_CELLS', { cells: record.length, columns: header.length }) : refuseBecause('INVALID_FORMAT', 'CONTROL_CHARACTER');
  return { no, cells: record.map((cell) => cell.replaceAll('\0', '')), unusable };
}

function explained(error: unknown, name: string): unknown {
  if (error instanceof CsvError && ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes(error.code)) return importRefused('INVALID_FORMAT', 'QUOTE_OPEN', { name });
  const { code = '' } = error as NodeJS.ErrnoException;
  return code.startsWith('Z_') ? importRefused('INVALID_FORMAT', 'BROKEN_PACKING', { name }) : error;
}
