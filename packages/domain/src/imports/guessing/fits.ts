import { isRefused } from '#refusal';
import { cellReader } from '../cells/index.ts';
import type { FileFormat, Target } from '../mapping/index.ts';

/** The first rows of a file, column by column. */
export interface Sample {
  readonly header: readonly string[];
  readonly columns: readonly (readonly string[])[];
}

const email = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$/;
const phone = /^[+(]?[\d\s().\-/+]{6,24}(?:\s*(?:x|ext\.?|#)\s*\d{1,6})?$/i;
const website = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?$/i;

/** How the text of some fields looks, more narrowly than that it is text: a wrong one here is worse than none. */
const looks: Readonly<Record<string, (text: string) => boolean>> = {
  email: isEmail, email2: isEmail, contactEmail: isEmail,
  phone: isPhone, phone2: isPhone, mobile: isPhone, contactPhone: isPhone,
  website: (text) => website.test(text),
  iban: (text) => /^[A-Z]{2}\d{2}[\sA-Z\d]{10,40}$/i.test(text),
  taxId: (text) => /\d{4}/.test(text) && text.length <= 24,
  name: hasLetter, givenName: hasLetter, familyName: hasLetter, contactName: hasLetter, city: hasLetter,
};

export function isEmail(text: string): boolean {
  return email.test(text);
}

function isPhone(text: string): boolean {
  return phone.test(text) && text.replaceAll(/\D/g, '').length >= 6;
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

const enough = 0.6;
const formats: readonly FileFormat[] = (['.', ','] as const).flatMap((decimal) =>
  (['YMD', 'DMY', 'MDY'] as const).map((dates): FileFormat => ({ path: null, encoding: 'utf-8', separator: ',', decimal, dates, zone: null, empty: [] })));

/** Whether what a column holds can be what the target wants; an empty column can be anything. */
export function fits(cells: readonly string[], { field, section, reads, labels }: Target): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return true;
  // Two rows with one id are one thing: where a number comes twice it is no id of a lead, an opportunity or an activity.
  if (field === 'externalId' && section !== 'customer') return new Set(filled).size === filled.length;
  const look = looks[field];
  if (look) return shareOf(filled, look) >= enough;
  // Words for choices differ from system to system: which is which is asked for.
  if (reads === 'TEXT' || typeof reads !== 'string') return true;
  return formats.some((format) => {
    const read = cellReader({ reads, labels }, format, 'UTC');
    return shareOf(filled, (text) => !isRefused(read(text))) >= enough;
  });
}

const shareOf = (cells: readonly string[], holds: (text: string) => boolean): number => cells.filter(holds).length / cells.length;
