import { Readable } from 'node:stream';
import type { Refusal } from '@orbita/domain/refusal';
import { newId } from '#connection';
import type { Database } from '#database';
import { type FileSource, receiveFile } from '../files/index.ts';
import { ImportRefused } from '../import-refused.ts';
import { dropFile, pieceOf, putFileRow, putPiece, type StoredFile } from './stored-file.queries.ts';

const pieceBytes = 1_000_000;

/**
 * Takes a file in and keeps its rows as text, piece by piece, in the database: what imports it may be another process, and
 * a kill leaves nothing half. Refused is what is no such file, with what to do.
 */
export async function storeFile(
  database: Pick<Database, 'em'>, { name, input, uploadedBy, now }: { readonly name: string; readonly input: Readable; readonly uploadedBy: string; readonly now: Date },
): Promise<{ readonly id: string } | Refusal> {
  const em = () => database.em.fork({ clear: true });
  const id = newId();
  try {
    const received = await receiveFile(input, name);
    try {
      const { fingerprint, spreadsheet } = received;
      const row = { id, name, fingerprint, spreadsheet, uploadedBy, now };
      await putFileRow(em(), { ...row, bytes: 0, pieces: 0 });
      let [bytes, pieces] = [0, 0];
      for await (const piece of inPieces(await received.open())) {
        await putPiece(em(), id, pieces, piece);
        pieces += 1;
        bytes += piece.length;
      }
      await putFileRow(em(), { ...row, bytes, pieces });
      return { id };
    } finally {
      await received.forget();
    }
  } catch (error) {
    await dropFile(em(), id);
    if (error instanceof ImportRefused) return error.refusal;
    throw error;
  }
}

async function* inPieces(text: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of text as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    waiting.push(bytes);
    size += bytes.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** The text of a stored file, one piece in memory at a time. */
export function storedSource(database: Pick<Database, 'em'>, { id, name, bytes, fingerprint, pieces }: StoredFile): FileSource {
  async function* read(): AsyncGenerator<Uint8Array> {
    for (let no = 0; no < pieces; no += 1) {
      const piece = await pieceOf(database.em.fork({ clear: true }), id, no);
      if (!piece) throw new Error(`Piece ${no} of the file is gone.`);
      yield piece;
    }
  }
  return { name, bytes, fingerprint, open: () => Readable.from(read(), { objectMode: false }) };
}
