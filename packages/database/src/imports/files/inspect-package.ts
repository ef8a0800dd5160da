import { openPromise, type Entry } from 'yauzl';
import { importRefused } from '../import-refused.ts';

const mostEntries = 2_000;
const largestEntry = 2_000_000_000;
// What a reader keeps in memory whole.
const largestKept = 200_000_000;
const kept = /styles\.xml$|workbook\.xml$/;

/**
 * Refuses a package (ZIP) that says it is larger inside than anybody means, or is no spreadsheet, before a byte of it is
 * unpacked; what is unpacked later is held to what it said.
 */
export async function inspectPackage(path: string, name: string): Promise<void> {
  const broken = () => importRefused('INVALID_FORMAT', 'BROKEN_SHEET', { name });
  const zip = await openPromise(path, { lazyEntries: true, autoClose: true }).catch(() => { throw broken(); });
  try {
    let [entries, sheets] = [0, 0];
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      entries += 1;
      if (entry.fileName.startsWith('xl/worksheets/')) sheets += 1;
      if (entries > mostEntries || isBomb(entry)) throw importRefused('TOO_LONG', 'TOO_LARGE_INSIDE', { name });
      if (kept.test(entry.fileName) || entry.fileName.endsWith('sharedStrings.xml')) await drain(await zip.openReadStreamPromise(entry));
    }
    if (sheets === 0) throw importRefused('INVALID_FORMAT', 'NO_SHEET', { name });
  } catch (error) {
    throw error instanceof Error && 'refusal' in error ? error : broken();
  } finally {
    zip.close();
  }
}

/** What people write shrinks ten- or twentyfold; what shrinks a hundredfold was made to burst. */
function isBomb({ fileName, uncompressedSize, compressedSize }: Entry): boolean {
  if (uncompressedSize > (kept.test(fileName) ? largestKept : largestEntry)) return true;
  return uncompressedSize > 50_000_000 && uncompressedSize > compressedSize * 100;
}

/** Unpacks once into nothing: a size that was a lie shows here. */
async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const piece of stream) void piece;
}
