import type { IdentityKind } from '#identity';
import { compareBirthDates } from './compare/birth-date.ts';
import { compareCompanyNames, companyWordsOf } from './compare/company-name.ts';
import { comparePersonNames, type PersonName, personNameOf } from './compare/person-name.ts';
import { comparePlaces, type ReadPlace, readPlace } from './compare/place.ts';
import type { Profile } from './profile.ts';
import { compareMailboxes, comparePhones } from './compare/reach.ts';
import type { DuplicateReason } from './reason.ts';

export const duplicateVerdicts = ['CERTAIN', 'LIKELY', 'NO'] as const;

export type DuplicateVerdict = (typeof duplicateVerdicts)[number];

/** Whether two records are one customer, and why. */
export interface DuplicateJudgement {
  readonly verdict: DuplicateVerdict;
  /** The sum of the reasons' points. */
  readonly score: number;
  /** The strongest first. */
  readonly reasons: readonly DuplicateReason[];
}

/** From how many points on two records are likely one: among a million customers, 2²⁰, a coincidence is then as rare as a match. */
export const likelyFrom = 20;

/** From how many points on it is very likely. */
export const veryLikelyFrom = 30;

/** Names that agree this badly contradict an e-mail. */
const contradicts = -7;

/**
 * Judges whether two records are one customer. The same tax number or id in another system is certain; the same e-mail
 * is, unless names or tax numbers contradict it, which makes it a question; all else is likely by its points.
 */
export function judgeDuplicate(one: Profile, other: Profile): DuplicateJudgement {
  const names = compareNames(one, other);
  const taxIds = compareTaxIds(one, other);
  const keys = sharedKeys(one, other);
  const reasons = [
    ...keys, ...taxIds, ...names,
    ...compareBirthDates(one.birthDate, other.birthDate),
    ...household(comparePlaces(read(one).places, read(other).places), comparePhones(one, other)),
    ...compareMailboxes(one, other).filter(({ kind }) => kind !== 'EMAIL_ALIKE' || !keys.some((key) => key.kind === 'SAME_EMAIL')),
  ].toSorted((a, b) => b.points - a.points);
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  const has = (kind: DuplicateReason['kind']): boolean => reasons.some((reason) => reason.kind === kind);
  // A person who writes from a company's address bears another name than it does.
  const named = one.kind === other.kind && names.reduce((sum, { points }) => sum + Math.min(points, 0), 0) <= contradicts;
  const contradicted = has('OTHER_TAX_ID') || named;
  const certain = has('SAME_TAX_ID') || has('SAME_EXTERNAL_ID') || (has('SAME_EMAIL') && !contradicted);
  const verdict = certain ? 'CERTAIN' : has('SAME_EMAIL') || score >= likelyFrom ? 'LIKELY' : 'NO';
  return { verdict, score, reasons };
}

interface Read {
  readonly name: PersonName;
  readonly words: readonly string[];
  readonly places: readonly ReadPlace[];
}

/** Whoever is compared with sixty others is taken into words once. */
const taken = new WeakMap<Profile, Read>();

function read(profile: Profile): Read {
  const known = taken.get(profile);
  if (known) return known;
  const made = { name: personNameOf(profile), words: companyWordsOf(profile.name), places: profile.places.map(readPlace) };
  taken.set(profile, made);
  return made;
}

function compareNames(one: Profile, other: Profile): DuplicateReason[] {
  return one.kind === 'PERSON' && other.kind === 'PERSON'
    ? comparePersonNames(read(one).name, read(other).name)
    : compareCompanyNames(read(one).words, read(other).words);
}

/** Who lives in one house shares its telephone: together they tell little more than one of them. */
const boundTogether = 3;

function household(places: readonly DuplicateReason[], phones: readonly DuplicateReason[]): DuplicateReason[] {
  const [place] = places;
  const [phone] = phones;
  if (!place || !phone || place.points <= boundTogether) return [...places, ...phones];
  return place.points > phone.points ? [place, { ...phone, points: boundTogether }] : [phone, { ...place, points: boundTogether }];
}

const valuesOf = ({ identityKeys }: Profile, kind: IdentityKind): string[] => identityKeys.filter((key) => key.kind === kind).map(({ value }) => value);

function sharedKeys(one: Profile, other: Profile): DuplicateReason[] {
  const shares = (kind: IdentityKind): boolean => valuesOf(one, kind).some((value) => valuesOf(other, kind).includes(value));
  return [
    ...(shares('TAX_ID') ? [{ kind: 'SAME_TAX_ID', points: 30 } as const] : []),
    ...(shares('EXTERNAL_ID') ? [{ kind: 'SAME_EXTERNAL_ID', points: 30 } as const] : []),
    ...(shares('EMAIL') ? [{ kind: 'SAME_EMAIL', points: 20 } as const] : []),
  ];
}

/** Two tax numbers of one country are two customers'. */
function compareTaxIds(one: Profile, other: Profile): DuplicateReason[] {
  const [ones, others] = [valuesOf(one, 'TAX_ID'), valuesOf(other, 'TAX_ID')];
  const country = (value: string): string => value.slice(0, 2);
  const contradict = !ones.some((value) => others.includes(value)) && ones.some((value) => others.some((another) => country(another) === country(value)));
  return contradict ? [{ kind: 'OTHER_TAX_ID', points: -20 }] : [];
}
