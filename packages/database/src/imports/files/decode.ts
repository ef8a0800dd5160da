import { Transform } from 'node:stream';

/**
 * Bytes into text. UTF-16 is told which way round by its byte order mark; bytes that are no UTF-8 stop the import with
 * what to do, because letters that turn into others are found too late.
 */
export function decode(encoding: 'utf-8' | 'utf-16' | 'windows-1252'): Transform {
  let decoder: TextDecoder | undefined;
  const decoderFor = (first: Buffer): TextDecoder => {
    const label = encoding === 'utf-16' ? (first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-16le') : encoding;
    return new TextDecoder(label, { fatal: encoding !== 'windows-1252' });
  };
  const toText = (chunk: Buffer | undefined): string => {
    try {
      decoder ??= decoderFor(chunk ?? Buffer.alloc(0));
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new Error(`The file is not ${encoding}. Say its encoding in the mapping: "utf-8", "utf-16" or "windows-1252".`);
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

function told(read: () => string, done: (error: Error | null, text?: string) => void): void {
  try {
    done(null, read());
  } catch (error) {
    done(error as Error);
  }
}
