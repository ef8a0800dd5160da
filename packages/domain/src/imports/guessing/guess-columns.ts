import { columnAt, headerKey } from '../cells/index.ts';
import type { Room, Target } from '../mapping/index.ts';
import { columnNames, plainNames } from './column-names.ts';
import { fits, isEmail, type Sample } from './fits.ts';

/** Where a column goes, and by what that was guessed. */
export interface ColumnGuess {
  readonly column: string;
  readonly target: string;
  readonly by: 'NAME' | 'VALUES';
}

/**
 * Guesses where each column goes: by its name, where its values do not say otherwise, then by its values alone. A column
 * goes to one place; several may go to one target, the better name first. What is not sure is left out.
 */
export function guessColumns(room: Room, { header, columns }: Sample, targets: readonly Target[]): ColumnGuess[] {
  const known = new Map(targets.map((target) => [target.key, target]));
  const taken = new Set<number>();
  const guesses: ColumnGuess[] = [];
  const take = (at: number, key: string, by: ColumnGuess['by']): boolean => {
    const target = known.get(key);
    if (at < 0 || taken.has(at) || !target || !fits(columns[at] ?? [], target)) return false;
    taken.add(at);
    guesses.push({ column: header[at] ?? '', target: key, by });
    return true;
  };
  for (const [key, names] of Object.entries(columnNames[room])) for (const name of names) take(exactlyAt(header, name), key, 'NAME');
  for (const target of targets) if (target.field.startsWith('custom.')) for (const name of [target.label.en, target.label.es]) take(exactlyAt(header, name), target.key, 'NAME');
  takePlainNames(room, header, guesses, take);
  for (const [at, cells] of columns.entries()) if (looksLikeEmails(cells) && !has(guesses, 'customer.email')) take(at, 'customer.email', 'VALUES');
  return has(guesses, 'customer.givenName') ? guesses.filter(({ target }) => target !== 'customer.contactName') : guesses;
}

/** `Name` is what the file still lacks: the first name beside a last name, the person beside a company, else the name. */
function takePlainNames(room: Room, header: readonly string[], guesses: readonly ColumnGuess[], take: (at: number, key: string, by: 'NAME') => boolean): void {
  for (const [at, name] of header.entries()) {
    if (!plainNames.has(headerKey(name))) continue;
    if (headerKey(name) === 'title') take(at, room === 'opportunities' ? 'opportunity.title' : 'customer.contactTitle', 'NAME');
    else if (has(guesses, 'customer.familyName') && !has(guesses, 'customer.givenName')) take(at, 'customer.givenName', 'NAME');
    else if (has(guesses, 'customer.givenName')) continue;
    else if (has(guesses, 'customer.name') && !has(guesses, 'customer.contactName')) take(at, 'customer.contactName', 'NAME');
    else if (!has(guesses, 'customer.name')) take(at, 'customer.name', 'NAME');
  }
}

const has = (guesses: readonly ColumnGuess[], target: string): boolean => guesses.some((one) => one.target === target);

const exactlyAt = (header: readonly string[], name: string): number => (headerKey(name) === '' ? -1 : columnAt(header, name));

function looksLikeEmails(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length >= 3 && filled.filter((cell) => isEmail(cell.trim())).length / filled.length > 0.9;
}
