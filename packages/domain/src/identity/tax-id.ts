import { entityValidators, euVat, personValidators, stdnum, type Validator } from 'stdnum';
import { type Refusal, refuse } from '#refusal';

/** A tax number as stored: compact, with what it is; `valid` is false where no check is known for the country. */
export interface TaxId {
  readonly value: string;
  /** stdnum's name of the number in capitals (`CIF`, `NIE`, `VAT`); `OTHER` where none is known. */
  readonly kind: string;
  /** ISO 3166. */
  readonly country: string;
  readonly valid: boolean;
}

interface Check {
  readonly kind: string;
  readonly validator: Validator;
}

const checksOf = new Map<string, readonly Check[]>();
const inThisOrder: Readonly<Record<string, readonly string[]>> = { ES: ['cif', 'nie', 'nif'] };
const noTaxNumbers = new Set(['ncf']);

/** The kinds of tax number that can be checked for a country, the likeliest first. */
export function taxIdKinds(country: string): string[] {
  return checks(country).map(({ kind }) => kind);
}

/** Checks one kind of tax number of a country; refuses a wrong form or check digit. */
export function validateTaxIdOfKind(text: string, country: string, kind: string): TaxId | Refusal {
  return firstThatHolds(text, country, checks(country).filter((check) => check.kind === kind));
}

/**
 * Checks a tax number as one of the country's, or as an EU VAT number that names its country itself (`DE136695976`).
 * Where no check is known for the country it is taken as it is, compact and not valid.
 */
export function validateTaxId(text: string, country: string): TaxId | Refusal {
  const value = compact(text);
  if (value === '') return refuse('REQUIRED');
  const known = checks(country);
  const own = firstThatHolds(text, country, known);
  if (!('refused' in own)) return own;
  const named = value.startsWith('EL') ? 'GR' : value.slice(0, 2);
  if (named !== country && euVat[named]) {
    const foreign = firstThatHolds(text, named, checks(named));
    if (!('refused' in foreign)) return foreign;
  }
  if (known.length > 0) return own;
  return value.length > 30 ? refuse('TOO_LONG', { details: { maximum: 30 } }) : { value, kind: 'OTHER', country, valid: false };
}

function firstThatHolds(text: string, country: string, candidates: readonly Check[]): TaxId | Refusal {
  let checksum = false;
  for (const { kind, validator } of candidates) {
    for (const form of forms(text, country)) {
      const answer = validator.validate(form);
      if (answer.isValid) return { value: compact(answer.compact), kind, country, valid: true };
      checksum ||= answer.error?.name === 'InvalidChecksum';
    }
  }
  return refuse(checksum ? 'INVALID_CHECKSUM' : 'INVALID_FORMAT', { details: { value: text.trim() } });
}

/** The text without the country's own prefix, the same without dots, which not every check ignores, and as it came. */
function forms(text: string, country: string): string[] {
  const trimmed = text.normalize('NFKC').trim();
  const prefix = country === 'GR' ? /^(?:EL|GR)[\s.-]*/i : new RegExp(`^${country}[\\s.-]*`, 'i');
  const bare = trimmed.replace(prefix, '');
  return [...new Set([bare, bare.replaceAll('.', ''), trimmed])];
}

function checks(country: string): readonly Check[] {
  const known = checksOf.get(country);
  if (known) return known;
  const named = Object.entries(stdnum[country] ?? {});
  const kindOf = (validator: Validator): string =>
    named.find(([, one]) => one === validator)?.[0] ?? validator.abbreviation ?? validator.localName;
  const all = new Set([...(euVat[country] ?? []), ...(entityValidators[country] ?? []), ...(personValidators[country] ?? [])]);
  const order = inThisOrder[country];
  const found = order
    ? named.filter(([kind]) => order.includes(kind)).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    : [...all].map((validator): [string, Validator] => [kindOf(validator), validator]);
  const made = found.filter(([kind]) => !noTaxNumbers.has(kind)).map(([kind, validator]) => ({ kind: kind.toUpperCase(), validator }));
  checksOf.set(country, made);
  return made;
}

const compact = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/[\s.,/_-]/g, '');
