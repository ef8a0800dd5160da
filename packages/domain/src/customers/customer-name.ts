import { companyNameKey, personNameKey } from '#identity';
import { type Refusal, refuse } from '#refusal';
import type { CustomerFieldsInput, CustomerKind } from './customer.ts';

const longestName = 200;
const longestPartOfName = 100;

/** A customer's names as stored, and the key that follows from them. */
export interface CustomerName {
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly nameKey: string;
}

/** Tidies names; an organisation needs its name, a person any of his. */
export function prepareName(kind: CustomerKind, input: CustomerFieldsInput): CustomerName | Refusal {
  switch (kind) {
    case 'ORGANISATION': return nameOfOrganisation(tidy(input.name));
    case 'PERSON': return nameOfPerson(tidy(input.givenName), tidy(input.familyName), tidy(input.name));
    default: return kind satisfies never;
  }
}

function nameOfOrganisation(name: string | null): CustomerName | Refusal {
  if (!name) return refuse('REQUIRED', { field: 'name' });
  if (name.length > longestName) return tooLong('name', longestName);
  return { name, givenName: null, familyName: null, nameKey: companyNameKey(name) };
}

function nameOfPerson(given: string | null, family: string | null, whole: string | null): CustomerName | Refusal {
  const [givenName, familyName] = given || family || !whole ? [given, family] : partsOf(whole);
  const name = [givenName, familyName].filter((part) => part !== null).join(' ');
  if (name === '') return refuse('REQUIRED', { field: 'givenName' });
  if ((givenName?.length ?? 0) > longestPartOfName) return tooLong('givenName', longestPartOfName);
  if ((familyName?.length ?? 0) > longestPartOfName) return tooLong('familyName', longestPartOfName);
  return { name, givenName, familyName, nameKey: personNameKey(name) };
}

/** «García, Ana» says which is which; else the first word is taken for the given name. */
function partsOf(whole: string): [string | null, string | null] {
  const inverted = /^([^,]+),\s*(.+)$/.exec(whole);
  if (inverted) return [inverted[2] ?? null, inverted[1] ?? null];
  const [first = whole, ...rest] = whole.split(' ');
  return [first, rest.join(' ') || null];
}

/** One line in composed letters, without control characters and spaces too many; null when nothing is left. */
function tidy(text: string | null | undefined): string | null {
  return text?.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() || null;
}

const tooLong = (field: string, maximum: number): Refusal => refuse('TOO_LONG', { field, details: { maximum } });
