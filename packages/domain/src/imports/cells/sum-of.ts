import { normaliseText } from '#facts';

const total = /^(?:(?:sub|gran |grand )?-? ?total(?:es|s)?(?: general)?|sumas?(?: total)?|sums?)\W*$/;
const longest = 20;
const amount = /^[-+(]?(?:[€$£]|EUR|USD|GBP)?\s*[-+]?\d[\d.,'\s]*(?:[€$£%]|EUR|USD|GBP)?\)?$/i;

/**
 * What a row calls itself that sums up those above it, as people leave it at the end of a sheet; null of any other. Its first
 * filled cell says “Total”, and all others are amounts, one at least: who is called so has more to say, an id, a city, an e-mail.
 */
export function sumOf(cells: readonly string[]): string | null {
  const at = cells.findIndex((cell) => cell.trim() !== '');
  const first = cells[at]?.trim();
  if (first === undefined || first.length > longest || !total.test(normaliseText(first))) return null;
  const others = cells.slice(at + 1).map((cell) => cell.trim()).filter((cell) => cell !== '');
  return others.length > 0 && others.every((cell) => amount.test(cell)) ? first : null;
}
