import { keyWords } from '#identity';
import type { ProfilePlace } from '../profile.ts';
import type { DuplicateReason } from '../reason.ts';
import { isOneSlip, jaroWinkler, pairContainment, pairLikeness } from './text-likeness.ts';

/** Words that say of what kind a way is, not which one. */
const wayWords: ReadonlySet<string> = new Set((
  'calle avenida plaza paseo carretera camino ronda rambla travesia urbanizacion poligono industrial pasaje glorieta barriada callejon de del la las los el y '
  + 'rua avinguda carrer street road avenue place lane drive court crescent close circuit way rue strasse str st rd ave n num numero piso puerta bajo planta'
).split(' '));

const longWayWords = [...wayWords].filter(({ length }) => length >= 6);

/** `Cresent` is a misspelt kind beside a name; alone, as in `Calle Puerto`, it is the name. */
const withoutMisspeltKinds = (words: readonly string[]): readonly string[] => {
  const rest = words.filter((word) => word.length < 5 || !longWayWords.some((way) => isOneSlip(word, way)));
  return rest.length > 0 ? rest : words;
};

export interface ReadPlace {
  /** The letters of the street without its kind. */
  readonly street: string;
  readonly words: readonly string[];
  /** The house; null when none is given. */
  readonly number: string | null;
  readonly postalCode: string;
  readonly city: string;
}

/** An address in the parts by which it is compared. */
export function readPlace({ street, city, postalCode }: ProfilePlace): ReadPlace {
  const words = keyWords(street ?? '');
  const named = withoutMisspeltKinds(words.filter((word) => !/^\d/.test(word) && word.length > 1 && !wayWords.has(word)));
  return {
    street: named.join(''), words: named,
    number: words.find((word) => /^\d/.test(word)) ?? null,
    postalCode: (postalCode ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''),
    city: keyWords(city ?? '').join(''),
  };
}

/** The two addresses that agree best, whatever they are for. */
export function comparePlaces(ones: readonly ReadPlace[], others: readonly ReadPlace[]): DuplicateReason[] {
  const compared = ones.flatMap((one) => others.map((other) => comparePlace(one, other)));
  const total = (reasons: readonly DuplicateReason[]): number => reasons.reduce((sum, { points }) => sum + points, 0);
  return compared.toSorted((a, b) => total(b) - total(a))[0] ?? [];
}

function comparePlace(one: ReadPlace, other: ReadPlace): DuplicateReason[] {
  const area = compareArea(one, other);
  const street = compareStreets(one, other);
  const sameHouse = one.number !== null && one.number === other.number;
  if (street === null) {
    return area === 0 ? [] : [{ kind: area > 0 ? 'SAME_PLACE' : 'OTHER_PLACE', points: area + (sameHouse && area > 0 ? 3 : 0) }];
  }
  // Every town has a Calle Mayor.
  if (area <= elsewhere) return [{ kind: 'OTHER_PLACE', points: area + (street === sameStreet && sameHouse ? 6 : 0) }];
  if (street === 0) {
    const points = area - 5 + (sameHouse ? 3 : 0);
    return [{ kind: points > 0 ? 'SAME_PLACE' : 'OTHER_ADDRESS', points }];
  }
  const points = street + area + houses(one.number, other.number);
  if (street < sameStreet || area < 0) return [{ kind: 'ADDRESS_ALIKE', points }];
  return [{ kind: sameHouse ? 'SAME_ADDRESS' : 'SAME_STREET', points }];
}

/** 53 and 54 may be a slip, 9 and 109 are two houses. */
function houses(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  if (one === other) return 4;
  return isOneSlip(one, other) ? -1 : -3;
}

const sameStreet = 8;
// Neither the postal code nor the town is the same.
const elsewhere = -4;

/** Points of two streets; null when one is not known. One may say more than the other: the building, the estate, the floor. */
function compareStreets({ street: one, words: ones }: ReadPlace, { street: other, words: others }: ReadPlace): number | null {
  if (!one || !other) return null;
  const likeness = pairLikeness(one, other);
  if (likeness >= 0.75) return sameStreet;
  const containment = Math.min(one.length, other.length) >= 5 ? pairContainment(one, other) : 0;
  if (likeness >= 0.6 || containment >= 0.95 || isWithin(ones, others)) return 7;
  return likeness >= 0.45 || containment >= 0.75 ? 5 : 0;
}

/** Whether every word of the one that has fewer, a slip apart at most, is a word of the other. */
function isWithin(ones: readonly string[], others: readonly string[]): boolean {
  const [fewer, more] = ones.length <= others.length ? [ones, others] : [others, ones];
  return fewer.every((word) => word.length > 3 && more.some((another) => word === another || isOneSlip(word, another)));
}

/** Town and postal code, which follow from each other: the stronger counts, and the other a little. */
function compareArea(one: ReadPlace, other: ReadPlace): number {
  const code = one.postalCode && other.postalCode
    ? (one.postalCode === other.postalCode ? 5 : isOneSlip(one.postalCode, other.postalCode) ? 2 : -2)
    : 0;
  const city = one.city && other.city ? (isSameCity(one.city, other.city) ? 3 : -2) : 0;
  return code > 0 && city > 0 ? Math.max(code, city) + 1 : code + city;
}

/** `Sta. Cruz` and `Santa Cruz de Tenerife`, `Baracaldo` and `Barakaldo`. */
const isSameCity = (one: string, other: string): boolean =>
  isOneSlip(one, other) || jaroWinkler(one, other) >= 0.9 || pairLikeness(one, other) >= 0.6;
