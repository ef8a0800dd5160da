import { normaliseText } from '#facts';

const total = /^(?:(?:sub|gran |grand )?-? ?total(?:es|s)?(?: general)?|sumas?(?: total)?|sums?)\W*$/;
const longest = 20;
const amount = /^[-+(]?(?:[€$£]|EUR|USD|GBP)?\s*[-+]?\d[\d.,'\s]*(?:[€$£%]|EUR|USD|GBP)?\)?$/i;

/**
 * Whether a row sums up those above it, as people leave it at the end of a sheet: its first filled cell says “Total”, and
 * all others are amounts, one at least. Who is called so has more to say: a number with letters, a city, an e-mail.
 */
export function sumsUp(cells: readonly string[]): boolean {
  const at = cells.findIndex((cell) => cell.trim() !== '');
  const first = cells[at];
  if (first === undefined || first.length > longest || !total.test(normaliseText(first))) return false;
  const others = cells.slice(at + 1).map((cell) => cell.trim()).filter((cell) => cell !== '');
  return others.length > 0 && others.every((cell) => amount.test(cell));
}
