import { importRefused } from '../import-refused.ts';

/** Of each column something is guessed and shown. */
const mostColumns = 2_000;

/** The columns of a heading, each with a name of its own: one that has none is called by its place, a second of a name is numbered. Refuses more than anybody looks through. */
export function columnNamesOf(record: readonly string[], file: string): string[] {
  if (record.length > mostColumns) throw importRefused('TOO_LONG', 'TOO_MANY_COLUMNS', { name: file, maximum: mostColumns });
  const names = new Set<string>();
  // Many may be called alike: each goes on counting where the one before it stopped.
  const counted = new Map<string, number>();
  for (const [at, cell] of record.entries()) {
    const name = cell.trim().replaceAll(/\s+/g, ' ') || `#${at + 1}`;
    let number = counted.get(name) ?? 1;
    let own = number === 1 ? name : `${name} (${number})`;
    while (names.has(own)) own = `${name} (${++number})`;
    names.add(own);
    counted.set(name, number + 1);
  }
  return [...names];
}

/** A row in which nothing stands. */
export const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');
