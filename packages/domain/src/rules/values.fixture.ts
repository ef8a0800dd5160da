import { day } from '#calendar';
import type { FieldDefinition } from '#facts';

/** Ids as the database makes them, a few, so that rules and subjects meet. */
export const fixtureIds = [1, 2, 3, 4].map((no) => `0198c0de-0000-7000-8000-00000000000${no}`);

const words: Readonly<Record<string, readonly string[]>> = {
  country: ['ES', 'FR', 'GB'],
  language: ['es', 'en'],
};
const openEnum = ['PHONE', 'WEB', 'SHOP'];
const tags = ['vip', 'Distribuidor 50%', "l'été_1"];
/** Normalised texts with what a careless LIKE would stumble over. */
const texts = ['madrid', 'malaga', 'santa cruz 100%', 'san_sebastian', "l'hospitalet", 'c:\\new york'];

/** The integers that rules compare with and subjects have: each bound, what is just beside it, and both signs. */
export function integersFor(field: FieldDefinition): readonly number[] {
  switch (field.unit) {
    case 'money': return [-500_000, -1, 0, 1, 99_999, 100_000, 100_001, 900_719_925_474_099];
    case 'percent': return [-51, -50, -1, 0, 19, 20, 21, 100];
    case 'days': return [7, 29, 30, 31, 730];
    case 'score': return [0, 1, 4, 5, 6, 7, 9, 10];
    default: return [0, 1, 2, 3, 4, 5];
  }
}

/** Strings that are one value of an enum, id or text field, or one element of a set. */
export function elementsFor(field: FieldDefinition): readonly string[] {
  if (field.values) return field.values;
  if (field.references || field.type === 'id') return fixtureIds;
  if (field.type === 'set') return tags;
  return field.type === 'text' ? texts : words[field.key] ?? openEnum;
}

/** The instants at the distances from now, each with one millisecond before and after. */
export const instantsAround = (now: number, distances: readonly number[]): readonly number[] =>
  distances.flatMap((distance) => [-1, 0, 1].map((beside) => now + distance + beside));

/** Distances at which days-since and days-until flip for the constants of generated rules. */
export const flipDistances: readonly number[] =
  [-366, -365, -91, -90, -31, -30, -15, -14, -2, -1, 0, 1, 2, 14, 15, 29, 30, 31, 90, 91, 365, 366].map((days) => days * day);
