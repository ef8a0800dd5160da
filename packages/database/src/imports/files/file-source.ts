import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { importRefused } from '../import-refused.ts';

/** A file to read: on a disk, or from anywhere else that can be opened again from its beginning. */
export interface FileSource {
  readonly name: string;
  readonly bytes: number;
  /** Tells this file from another when an import is taken up again. */
  readonly fingerprint: string;
  readonly open: () => Readable;
}

/** A file on a disk, read once from end to end to know it again. Refuses what is no file that can be read. */
export async function fileSource(path: string): Promise<FileSource> {
  const hash = createHash('sha256');
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw importRefused('INVALID', 'IS_FOLDER', { path });
    if (about.size === 0) throw importRefused('REQUIRED', 'EMPTY_FILE', { name: basename(path) });
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return { name: basename(path), bytes: about.size, fingerprint: `${about.size}-${hash.digest('hex').slice(0, 24)}`, open: () => createReadStream(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw importRefused('NOT_FOUND', 'NO_FILE', { path });
    if (code !== undefined) throw importRefused('INVALID', 'UNREADABLE', { path, error: code });
    throw error;
  }
}
