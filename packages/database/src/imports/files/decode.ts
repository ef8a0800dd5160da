import { isUtf8 } from 'node:buffer';
import { Transform } from 'node:stream';
import type { FileFormat } from '@orbita/domain/imports';
import { importRefused } from '../import-refused.ts';
import { isMarkedUtf16, lastWhole } from './detect-encoding.ts';

type Encoding = FileFormat['encoding'];

/**
 * Bytes into text. UTF-16 is told which way round by its byte order mark; bytes that are not of the encoding stop the
 * import with what to do, because letters that turn into others are found too late.
 */
export function decode(name: string, encoding: Encoding): Transform {
  let decoder: TextDecoder | undefined;
  const wrong = () => importRefused('INVALID_FORMAT', 'WRONG_ENCODING', { name, encoding });
  const decoderFor = (first: Buffer): TextDecoder => {
    if (!plausible(first, encoding)) throw wrong();
    const label = encoding === 'utf-16' ? (first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-16le') : encoding;
    return new TextDecoder(label, { fatal: encoding !== 'windows-1252' });
  };
  const toText = (chunk: Buffer | undefined): string => {
    decoder ??= decoderFor(chunk ?? Buffer.alloc(0));
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw wrong();
    }
  };
  return new Transform({
    readableObjectMode: false,
    decodeStrings: false,
    transform(chunk: Buffer, _, done) {
      told(() => toText(chunk), done);
    },
    flush(done) {
      told(() => toText(undefined), done);
    },
  });
}

/**
 * Whether a file that begins so can be of this encoding, where decoding would never complain: every file decodes as
 * Windows-1252, and letters of it are hardly ever UTF-8 by chance; UTF-16 has a mark, or a zero in every other byte.
 */
function plausible(first: Buffer, encoding: Encoding): boolean {
  const marked = isMarkedUtf16(first);
  if (encoding === 'utf-16') return first.length === 0 || marked || first.includes(0);
  if (encoding === 'utf-8') return !marked;
  return !marked && !(first.some((byte) => byte > 127) && isUtf8(first.subarray(0, lastWhole(first))));
}

function told(read: () => string, done: (error: Error | null, text?: string) => void): void {
  try {
    done(null, read());
  } catch (error) {
    done(error as Error);
  }
}
