import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FileFormat } from '@orbita/domain/imports';
import { parse } from 'csv-parse';
import { decode } from './decode.ts';
import type { FileSource } from './file-source.ts';

/** One row; the heading is row 1, as a spreadsheet counts. */
export interface Row {
  readonly no: number;
  readonly cells: readonly string[];
}

export interface RowBatch {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** How much of the file was read for it, 0 to 1. */
  readonly share: number;
  readonly last: boolean;
}

/** Reads a file batch by batch, never more than one in memory; rows up to `after` were read before and are left out. */
export async function* readRows(source: FileSource, format: FileFormat, { size, after }: { size: number; after: number }): AsyncGenerator<RowBatch> {
  const bytes = source.open();
  let passed = 0;
  bytes.on('data', (chunk: Buffer | string) => { passed += chunk.length; });
  const records = parse({
    delimiter: format.separator, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true,
  });
  const unpacked = source.name.endsWith('.gz') ? [createGunzip()] : [];
  pipeline([bytes, ...unpacked, decode(format.encoding), records], () => {});
  let header: readonly string[] | undefined;
  let rows: Row[] = [];
  let no = 0;
  const share = () => (source.bytes === 0 ? 1 : Math.min(1, passed / source.bytes));
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      no += 1;
      if (!header) header = record.map((name) => name.trim());
      else if (no > after) rows.push({ no, cells: record });
      if (rows.length >= size) {
        yield { header, rows, share: share(), last: false };
        rows = [];
      }
    }
    if (!header) throw new Error(`${source.name} is empty: it has not even a heading.`);
    yield { header, rows, share: 1, last: true };
  } finally {
    bytes.destroy();
  }
}
