import { isUtf8 } from 'node:buffer';
import type { FileFormat } from '@orbita/domain/imports';

/** The encoding of a file that begins so: by its byte order mark, the zeros of UTF-16, or whether it can be UTF-8. */
export function detectEncoding(first: Buffer): FileFormat['encoding'] {
  if (isMarkedUtf16(first)) return 'utf-16';
  const zeros = first.subarray(0, 4096).filter((byte) => byte === 0).length;
  if (zeros > Math.min(first.length, 4096) / 5) return 'utf-16';
  return isUtf8(first.subarray(0, lastWhole(first))) ? 'utf-8' : 'windows-1252';
}

export const isMarkedUtf16 = (first: Buffer): boolean => (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff);

/** Where the last letter begins that may be cut off at the end of a piece. */
export function lastWhole(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && end > bytes.length - 4 && (bytes[end - 1] ?? 0) > 127) end -= 1;
  return end;
}
