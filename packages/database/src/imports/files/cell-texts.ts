import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inBlock = 32;
const mostBlocks = 1_000;

/**
 * The texts that the cells of a spreadsheet share, in a file of their own: a sheet may hold gigabytes of them, and its rows
 * name them by number. They are written and read in blocks, some of which are kept in memory.
 */
export class CellTexts {
  readonly #folder = mkdtempSync(join(tmpdir(), 'orbita-texts-'));
  readonly #file = openSync(join(this.#folder, 'texts'), 'w+');
  /** Where each block begins, and where the last one ends. */
  readonly #starts: number[] = [0];
  readonly #read = new Map<number, readonly string[]>();
  #open: string[] = [];

  add(text: string): void {
    this.#open.push(text);
    if (this.#open.length === inBlock) this.#write();
  }

  /** The text of this number; empty where the file has none. */
  at(index: number): string {
    const block = Math.floor(index / inBlock);
    return (block < this.#starts.length - 1 ? this.#block(block) : this.#open)[index % inBlock] ?? '';
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(): void {
    const bytes = Buffer.from(JSON.stringify(this.#open));
    const start = this.#starts.at(-1)!;
    writeSync(this.#file, bytes, 0, bytes.length, start);
    this.#starts.push(start + bytes.length);
    this.#open = [];
  }

  #block(number: number): readonly string[] {
    const known = this.#read.get(number);
    if (known) return known;
    const start = this.#starts[number]!;
    const bytes = Buffer.alloc(this.#starts[number + 1]! - start);
    readSync(this.#file, bytes, 0, bytes.length, start);
    const texts = JSON.parse(bytes.toString()) as string[];
    this.#read.set(number, texts);
    if (this.#read.size > mostBlocks) this.#read.delete(this.#read.keys().next().value!);
    return texts;
  }
}
