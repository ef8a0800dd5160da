import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { importRefused } from '../import-refused.ts';
import { kindOf } from './kind-of.ts';
import { spreadsheetText } from './spreadsheet.ts';

/** A file as it came, on this machine's disk until `forget`; judged by what it holds, not by what it is called. */
export interface ReceivedFile {
  readonly bytes: number;
  readonly fingerprint: string;
  readonly spreadsheet: boolean;
  /** Its rows as text: unpacked, and of a spreadsheet as CSV. */
  readonly open: () => Promise<Readable>;
  readonly forget: () => Promise<void>;
}

export const largestFile = 1_000_000_000;
const megabyte = 1_000_000;

/** Takes in a file from anywhere. Refuses what is too large, empty, and what is neither text nor a spreadsheet. */
export async function receiveFile(input: Readable, name: string): Promise<ReceivedFile> {
  const path = join(tmpdir(), `orbita-import-${randomUUID()}`);
  const forget = () => rm(path, { force: true });
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await pipeline(input, new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > largestFile ? tooLarge(name) : null, chunk);
      },
    }), createWriteStream(path, { mode: 0o600 }));
    if (bytes === 0) throw importRefused('REQUIRED', 'EMPTY_FILE', { name });
    const kind = kindOf(await beginningOf(path), name);
    return {
      bytes, fingerprint: `${bytes}-${hash.digest('hex').slice(0, 24)}`, spreadsheet: kind === 'XLSX', forget,
      open: () => (kind === 'XLSX' ? spreadsheetText(path, name) : Promise.resolve(kind === 'GZIP' ? unpacked(path, name) : createReadStream(path))),
    };
  } catch (error) {
    await forget();
    throw error;
  }
}

const tooLarge = (name: string) => importRefused('TOO_LONG', 'TOO_LARGE', { name, megabytes: largestFile / megabyte });

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function unpacked(path: string, name: string): Readable {
  let bytes = 0;
  const plain = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > largestFile ? importRefused('TOO_LONG', 'TOO_LARGE_INSIDE', { name }) : null, chunk);
    },
  });
  const zip = createGunzip();
  zip.on('error', () => plain.destroy(importRefused('INVALID_FORMAT', 'BROKEN_PACKING', { name })));
  createReadStream(path).on('error', (error) => zip.destroy(error)).pipe(zip).pipe(plain);
  return plain;
}
