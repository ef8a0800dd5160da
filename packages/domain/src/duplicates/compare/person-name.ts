import { keyWords, nameParticles, nameTitles } from '#identity';
import { commonFamilyNames, commonGivenNames, fullGivenName } from './known-names.ts';
import type { Profile } from '../profile.ts';
import type { DuplicateReason } from '../reason.ts';
import { soundKey } from './sound-key.ts';
import { isOneSlip, jaroWinkler } from './text-likeness.ts';

export interface PersonName {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** A person's name in the words by which it is compared: no accents, titles or particles. */
export function personNameOf({ name, givenName, familyName }: Pick<Profile, 'name' | 'givenName' | 'familyName'>): PersonName {
  const known = (givenName ?? familyName) !== null;
  return { given: wordsOf(known ? givenName : null), family: wordsOf(known ? familyName : name) };
}

function wordsOf(text: string | null): readonly string[] {
  // Who is called by his e-mail or telephone until he says his name has none yet.
  if (text === null || text.includes('@') || !/\p{L}/u.test(text)) return [];
  const words = keyWords(text);
  const untitled = words.length > 1 && nameTitles.has(words[0] ?? '') ? words.slice(1) : words;
  const kept = untitled.filter((word) => !nameParticles.has(word));
  return kept.length > 0 ? kept : untitled;
}

type Likeness = 'SAME' | 'ALIKE' | 'PARTLY' | 'UNKNOWN' | 'DIFFERENT';

interface Compared {
  readonly given: Likeness;
  readonly family: Likeness;
  readonly points: number;
}

const givenPoints: Readonly<Record<Likeness, number>> = { SAME: 7, ALIKE: 5, PARTLY: 3, UNKNOWN: 0, DIFFERENT: -12 };
const familyPoints: Readonly<Record<Likeness, number>> = { SAME: 10, ALIKE: 8, PARTLY: 7, UNKNOWN: 0, DIFFERENT: -7 };
// A wholly other name is one error as often as two.
const otherName = -10;

/** How well two names of persons agree; given and family name may be swapped, and the second family name be missing. */
export function comparePersonNames(one: PersonName, other: PersonName): DuplicateReason[] {
  const straight = compareOrdered(one, other);
  const swapped = compareOrdered({ given: one.family, family: one.given }, other);
  if (swapped.points - 1 <= Math.max(straight.points, otherName)) return told(straight);
  const differs = swapped.given === 'DIFFERENT' || swapped.family === 'DIFFERENT';
  return differs ? told(swapped) : [{ kind: 'SAME_NAME_SWAPPED', points: swapped.points - 1 }];
}

function compareOrdered(one: PersonName, other: PersonName): Compared {
  const given = compareGiven(one.given, other.given);
  const family = compareFamily(one.family, other.family);
  const points = givenPoints[given] - lessIfCommon(given, one.given, other.given) + familyPoints[family] - lessIfCommon(family, one.family, other.family);
  return { given, family, points };
}

/** To share a name that many bear tells less, on whichever side of the name it stands. */
function lessIfCommon(likeness: Likeness, one: readonly string[], other: readonly string[]): number {
  if (likeness === 'DIFFERENT' || likeness === 'UNKNOWN') return 0;
  return Math.max(...[one, other].map((words) => {
    const [word = ''] = words.map(fullGivenName);
    return words.length > 1 ? 0 : commonFamilyNames.has(word) ? 4 : commonGivenNames.has(word) ? 2 : 0;
  }));
}

function told({ given, family, points }: Compared): DuplicateReason[] {
  const agrees = (likeness: Likeness): boolean => likeness === 'SAME' || likeness === 'ALIKE' || likeness === 'PARTLY';
  if (given === 'SAME' && family === 'SAME') return [{ kind: 'SAME_NAME', points }];
  if (agrees(given) && agrees(family)) return [{ kind: 'NAME_ALIKE', points }];
  if (given === 'DIFFERENT' && family === 'DIFFERENT') return [{ kind: 'OTHER_NAME', points: Math.max(points, otherName) }];
  const ofGiven = givenPoints[given];
  const parts: DuplicateReason[] = [
    ...(family === 'UNKNOWN' ? [] : [{ kind: family === 'DIFFERENT' ? 'OTHER_FAMILY_NAME' : 'FAMILY_NAME_ALIKE', points: points - ofGiven } as const]),
    ...(given === 'UNKNOWN' ? [] : [{ kind: given === 'DIFFERENT' ? 'OTHER_GIVEN_NAME' : 'GIVEN_NAME_ALIKE', points: ofGiven } as const]),
  ];
  return parts;
}

/** `María del Carmen` is `Carmen`, `Pepe` is `José`, `J.` may be; `María José` and `María Isabel` are sisters. */
function compareGiven(one: readonly string[], other: readonly string[]): Likeness {
  if (one.length === 0 || other.length === 0) return 'UNKNOWN';
  const [left, right] = [one.map(fullGivenName), other.map(fullGivenName)];
  if (left.join('') === right.join('')) return 'SAME';
  if (areOfTwoSexes(left[0] ?? '', right[0] ?? '')) return 'DIFFERENT';
  if (isAlikeWhole(one, other) || isAlikeWhole(left, right)) return 'ALIKE';
  if (isWithin(left, right)) return left[0] === right[0] ? 'ALIKE' : 'PARTLY';
  const initial = (a = '', b = ''): boolean => (a.length === 1 || b.length === 1) && a[0] === b[0];
  return initial(left[0], right[0]) ? 'PARTLY' : 'DIFFERENT';
}

/** `Mario` and `María`, `Daniel` and `Daniela` differ in one letter and are brother and sister. */
function areOfTwoSexes(one: string, other: string): boolean {
  const [his, hers] = one.endsWith('a') ? [other, one] : [one, other];
  if (!hers.endsWith('a') || his.endsWith('a')) return false;
  const stem = hers.slice(0, -1);
  return his === `${stem}o` || (his === stem && /[lnrs]$/.test(his) && his !== 'isabel');
}

/** `García` may be `García López`; `García Pérez` is not. */
function compareFamily(one: readonly string[], other: readonly string[]): Likeness {
  if (one.length === 0 || other.length === 0) return 'UNKNOWN';
  if (one.join('') === other.join('')) return 'SAME';
  if (one.toSorted().join('') === other.toSorted().join('')) return 'ALIKE';
  if (isAlikeWhole(one, other)) return 'ALIKE';
  if (!isWithin(one, other)) return 'DIFFERENT';
  return one.length === other.length ? 'ALIKE' : 'PARTLY';
}

/** Two of several words each are compared word by word: `Vallejo Vidal` begins like `Vallejo Ripoll`. */
function isAlikeWhole(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [one.join(''), other.join('')];
  return Math.min(one.length, other.length) > 1 ? left === right || isOneSlip(left, right) : isAlike(left, right);
}

/** Whether the words of the shorter are among those of the longer, each once. */
function isWithin(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, [...other]] : [other, [...one]];
  return fewer.every((word) => {
    const at = more.findIndex((another) => isAlike(word, another));
    if (at >= 0) more.splice(at, 1);
    return at >= 0;
  });
}

/** Of words of three letters only one more or less, or two that changed places, is a slip: `Ana` and `Ina` are two names. */
function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (short > 3) {
    const likeness = jaroWinkler(one, other);
    return likeness >= 0.88 || (likeness >= 0.6 && (isOneSlip(one, other) || soundsAlike(one, other)));
  }
  const sameLetters = [...one].toSorted().join('') === [...other].toSorted().join('');
  return short > 1 && (long > short || sameLetters) && isOneSlip(one, other);
}

/** `Echeverría` is `Etxeberria`; what has few consonants sounds like too much. */
const soundsAlike = (one: string, other: string): boolean => soundKey(one) === soundKey(other) && soundKey(one).length > 3;
