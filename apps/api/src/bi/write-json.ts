import type { BiColumn } from '@orbita/schema/bi';
import type { Cell } from '@orbita/schema/exports';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Rows as objects by the names of their columns, one a line; `array` makes one JSON array of them. */
export async function writeJson(columns: readonly BiColumn[], pages: AsyncIterable<readonly Cell[][]>, out: Writable, { array }: { readonly array: boolean }): Promise<void> {
  const names = columns.map(({ name, type }) => ({ start: `${JSON.stringify(name)}:`, bare: type === 'number' }));
  const rowOf = (row: readonly Cell[]) => `{${row.map((cell, at) => `${names[at]!.start}${jsonOf(cell, names[at]!.bare)}`).join(',')}}`;
  async function* text() {
    let between = array ? '[\n' : '';
    for await (const page of pages) {
      if (page.length === 0) continue;
      yield between + page.map(rowOf).join(array ? ',\n' : '\n');
      between = array ? ',\n' : '\n';
    }
    yield array ? (between === '[\n' ? '[]\n' : '\n]\n') : between;
  }
  await pipeline(Readable.from(text()), out);
}

/** Money is a text, so that no digit is lost; what is counted is a number. */
function jsonOf(cell: Cell, bare: boolean): string {
  if (typeof cell === 'object' && cell !== null && 'decimal' in cell) return bare ? cell.decimal : JSON.stringify(cell.decimal);
  return JSON.stringify(cell);
}
