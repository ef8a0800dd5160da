import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileFormat } from '@orbita/domain/imports';
import { importRefused } from '../import-refused.ts';
import { kindOf } from './kind-of.ts';
import { spreadsheetText } from './spreadsheet.ts';

/** A file to read: on a disk, or from anywhere else that can be opened again from its beginning. */
export interface FileSource {
  readonly name: string;
  readonly bytes: number;
  /** Tells this file from another when an import is taken up again. */
  readonly fingerprint: string;
  readonly open: () => Readable | Promise<Readable>;
  /** Of a spreadsheet what is read is CSV as this program writes it (`sheetFormat`). */
  readonly spreadsheet?: boolean;
}

/** How a spreadsheet is read, whatever the mapping says of text. Its dates are read in any order; those that somebody typed as text, as the mapping says. */
export const sheetFormat = { encoding: 'utf-8', separator: ',', decimal: '.' } as const satisfies Partial<FileFormat>;

/** A file on a disk, read once from end to end to know it again. Refuses what is no file that can be read. */
export async function fileSource(path: string): Promise<FileSource> {
  const hash = createHash('sha256');
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw importRefused('INVALID', 'IS_FOLDER', { path });
    if (about.size === 0) throw importRefused('REQUIRED', 'EMPTY_FILE', { name: basename(path) });
    let first: Buffer | undefined;
    for await (const chunk of createReadStream(path)) {
      first ??= chunk as Buffer;
      hash.update(chunk as Buffer);
    }
    const name = basename(path);
    const spreadsheet = kindOf(first ?? Buffer.alloc(0), name) === 'XLSX';
    const open = spreadsheet ? () => spreadsheetText(path, name) : () => createReadStream(path);
    return { name, bytes: about.size, fingerprint: `${about.size}-${hash.digest('hex').slice(0, 24)}`, open, spreadsheet };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw importRefused('NOT_FOUND', 'NO_FILE', { path });
    if (code !== undefined) throw importRefused('INVALID', 'UNREADABLE', { path, error: code });
    throw error;
  }
}
