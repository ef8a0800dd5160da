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
  const take = (at: number, first: string, by: ColumnGuess['by']): boolean => {
    const key = has(guesses, first) && known.has(`${first}2`) ? `${first}2` : first;
    const target = known.get(key);
    if (at < 0 || taken.has(at) || !target || !fits(columns[at] ?? [], target) || (hasOne(target) && has(guesses, key))) return false;
    taken.add(at);
    guesses.push({ column: header[at] ?? '', target: key, by });
    return true;
  };
  for (const [key, names] of Object.entries(columnNames[room])) for (const name of names) take(exactlyAt(header, name), key, 'NAME');
  for (const target of targets) if (target.field.startsWith('custom.')) for (const name of [target.label.en, target.label.es]) take(exactlyAt(header, name), target.key, 'NAME');
  takePlainNames(room, header, guesses, (at, key) => take(at, key, 'NAME'), (at) => yesOrNo(columns[at] ?? []));
  for (const [at, cells] of columns.entries()) if (looksLikeEmails(cells) && !has(guesses, 'customer.email')) take(at, 'customer.email', 'VALUES');
  return has(guesses, 'customer.givenName') ? guesses.filter(({ target }) => target !== 'customer.contactName') : guesses;
}

type Take = (at: number, key: string) => boolean;

/** `Name` is what the file still lacks: the first name beside a last name, the person beside a company, else the name. */
function takePlainNames(room: Room, header: readonly string[], guesses: readonly ColumnGuess[], take: Take, isFlag: (at: number) => boolean): void {
  const plain = header.flatMap((name, at) => (plainNames.has(headerKey(name)) ? [{ at, name: headerKey(name) }] : []));
  // Whose something is goes before who of them it is.
  for (const { at, name } of plain) if (name === 'cliente' && !isFlag(at)) takeCustomer(room, at, guesses, take);
  for (const { at, name } of plain) {
    if (name === 'cliente') continue;
    if (name === 'title') take(at, room === 'opportunities' ? 'opportunity.title' : 'customer.contactTitle');
    else if (name === 'estado') takeState(room, at, guesses, take);
    else if (name === 'fecha') { if (!has(guesses, 'opportunity.openedAt')) take(at, 'opportunity.openedAt'); }
    else if (onlyTradeName(guesses) && !has(guesses, 'customer.familyName')) take(at, 'customer.name');
    else if (has(guesses, 'customer.familyName') && !has(guesses, 'customer.givenName')) take(at, 'customer.givenName');
    else if (has(guesses, 'customer.givenName')) continue;
    else if (has(guesses, 'customer.name') && !has(guesses, 'customer.contactName')) take(at, 'customer.contactName');
    else if (!has(guesses, 'customer.name')) take(at, 'customer.name');
  }
}

/** Beside how a house calls itself stands how it is called by law. */
const onlyTradeName = (guesses: readonly ColumnGuess[]): boolean => {
  const names = guesses.filter(({ target }) => target === 'customer.name');
  return names.length === 1 && headerKey(names[0]!.column) === headerKey('Nombre comercial');
};

/** `Cliente` is by what an order finds him, and his name where something else says that. */
function takeCustomer(room: Room, at: number, guesses: readonly ColumnGuess[], take: Take): void {
  if (room === 'orders' && !has(guesses, 'order.customer')) take(at, 'order.customer');
  else if (!has(guesses, 'customer.name')) take(at, 'customer.name');
}

/** `Estado` is how far something is; beside a column that says so, and a city, it is where. */
function takeState(room: Room, at: number, guesses: readonly ColumnGuess[], take: Take): void {
  const status = room === 'leads' ? 'lead.status' : room === 'opportunities' ? 'opportunity.status' : null;
  if (status === null) return;
  if (!has(guesses, status)) take(at, status);
  else if (has(guesses, 'customer.city') && !has(guesses, 'customer.region')) take(at, 'customer.region');
}

/** A second number or choice, or a third telephone, is another one: no better guess where the first is empty. */
const hasOne = ({ field, reads }: Target): boolean => field.endsWith('2') || reads === 'DECIMAL' || typeof reads !== 'string';

const flags = new Set(['si', 'no', 's', 'n', 'yes', 'true', 'false', 'x', '0', '1']);
const yesOrNo = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => flags.has(headerKey(cell)));
};

const has = (guesses: readonly ColumnGuess[], target: string): boolean => guesses.some((one) => one.target === target);

const exactlyAt = (header: readonly string[], name: string): number => (headerKey(name) === '' ? -1 : columnAt(header, name));

function looksLikeEmails(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length >= 3 && filled.filter((cell) => isEmail(cell.trim())).length / filled.length > 0.9;
}
