import { searchKey } from '@orbita/domain/identity';
import type { Random } from './random.ts';
import {
  type DemoCountry, familyNames, givenNames, legalForms, places, streets, telephonePrefix, tradeNames, trades,
} from './vocabulary.ts';

export interface DemoPerson {
  readonly given: string;
  readonly family: string;
  readonly name: string;
}

export function personFrom(random: Random, country: DemoCountry): DemoPerson {
  const given = random.pick(givenNames[country]);
  const first = random.pick(familyNames[country]);
  const family = country === 'ES' || country === 'PT' ? `${first} ${random.pick(familyNames[country])}` : first;
  return { given, family, name: `${given} ${family}` };
}

export function organisationName(random: Random, country: DemoCountry, place: string): string {
  const name = `${random.pick(trades)} ${random.pick(tradeNames)}${random.chance(0.35) ? ` ${place}` : ''}`;
  return random.chance(0.7) ? `${name}, ${random.pick(legalForms[country])}` : name;
}

/** A telephone as people write it. */
export function telephoneFrom(random: Random, country: DemoCountry): string {
  const [code, first, digits] = telephonePrefix[country];
  const rest = Array.from({ length: digits }, () => random.between(0, 9)).join('');
  return `${code} ${first}${rest.slice(0, 2)} ${rest.slice(2, 5)} ${rest.slice(5)}`;
}

/** An address at a reserved domain: no message to it can reach anybody. */
export function emailFrom(name: string, number: number): string {
  const local = searchKey(name).replaceAll(/[^a-z0-9]+/g, '.').slice(0, 30).replaceAll(/^\.|\.$/g, '');
  return `${local}.${number}@example.com`;
}

export function addressFrom(random: Random, country: DemoCountry): { street: string; city: string; province: string; postalCode: string } {
  const place = random.pick(places[country]);
  const length = country === 'PT' ? 4 : 5;
  const postal = `${place.postal}${String(random.between(0, 99)).padStart(2, '0')}`.padEnd(length, '0').slice(0, length);
  const postalCode = country === 'PT' ? `${postal}-${String(random.between(1, 999)).padStart(3, '0')}` : postal;
  return { street: `${random.pick(streets[country])}, ${random.between(1, 140)}`, city: place.city, province: place.province, postalCode };
}

const nifLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** A Spanish tax id with the right check digit: a NIF for a person, a CIF for an organisation. */
export function spanishTaxId(random: Random, organisation: boolean): string {
  if (!organisation) {
    const number = random.between(10_000_000, 79_999_999);
    return `${number}${nifLetters[number % 23]}`;
  }
  const digits = Array.from({ length: 7 }, () => random.between(0, 9));
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(doubled / 10) + (doubled % 10);
  }, 0);
  return `B${digits.join('')}${(10 - (sum % 10)) % 10}`;
}
