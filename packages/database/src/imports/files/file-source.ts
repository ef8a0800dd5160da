import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';

/** A file to read: on a disk, or from anywhere else that can be opened again from its beginning. */
export interface FileSource {
  readonly name: string;
  readonly bytes: number;
  /** Tells this file from another when an import is taken up again. */
  readonly fingerprint: string;
  readonly open: () => Readable;
}

const fingerprinted = 65_536;

/** A file on a disk; `.gz` is unpacked while it is read. */
export async function fileSource(path: string): Promise<FileSource> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(fingerprinted), 0, fingerprinted, 0);
    const hash = createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex');
    return { name: basename(path), bytes: size, fingerprint: `${size}-${hash.slice(0, 24)}`, open: () => createReadStream(path) };
  } finally {
    await handle.close();
  }
}
