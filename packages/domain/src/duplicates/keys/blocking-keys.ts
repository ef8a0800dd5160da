import { companyWordsOf, ownWords } from '../compare/company-name.ts';
import { fullGivenName } from '../compare/known-names.ts';
import { personNameOf } from '../compare/person-name.ts';
import { readPlace } from '../compare/place.ts';
import type { Profile } from '../profile.ts';
import { domainsOf, emailsOf, mailboxOf } from '../compare/reach.ts';
import { soundKey } from '../compare/sound-key.ts';

/**
 * The keys under which a customer is found as a possible duplicate: two that share one are compared. Each is narrow
 * enough for a million customers, and what one misses for a misspelling another finds. A key is a number of 32 bits, so
 * that an index of them is small and holds nobody's name; two texts that fall on one number cost a comparison. Of
 * the many whom somebody meets those come first who share most, and an odd key, which few share, counts for three.
 */
export function blockingKeys(profile: Profile): number[] {
  const texts = [...reachKeys(profile), ...(profile.kind === 'PERSON' ? personKeys(profile) : companyKeys(profile))];
  return [...new Set(texts.map((text) => (weak.test(text) ? hash(text) & ~1 : hash(text) | 1)))].toSorted((a, b) => a - b);
}

const weak = /^(?:day|name in|near|street|trade) /;

// Somebody with hundreds of addresses is still one row of an index among others.
const mostPlaces = 4;
const mostPoints = 30;

function reachKeys(profile: Profile): string[] {
  return [
    ...profile.identityKeys.slice(0, mostPoints).map(({ kind, value }) => `${kind} ${value}`),
    ...profile.phones.slice(0, mostPoints).map(({ number }) => `telephone ${number}`),
    ...emailsOf(profile).slice(0, mostPoints).flatMap((email) => mailboxOf(email) ?? []).map((mailbox) => `mailbox ${mailbox}`),
  ];
}

function personKeys(profile: Profile): string[] {
  const { given, family } = personNameOf(profile);
  const sounds = [...given.slice(0, 1), ...family.slice(0, 2)].map(fullGivenName).map(soundKey).filter((sound) => sound !== '');
  const initials = [...new Set(sounds.map((sound) => sound[0]))];
  const pairs = sounds.flatMap((one, index) => sounds.slice(index + 1).map((other) => [one, other].toSorted().join(' ')));
  const [year, month, day] = profile.birthDate?.split('-') ?? [];
  // In the same key whichever of day and month was written first.
  const born = year ? `${year}${[month, day].toSorted().join('')}` : null;
  const located = profile.places.map(readPlace).slice(0, mostPlaces);
  return [
    ...(born ? initials.map((initial) => `day ${born} ${initial}`) : []),
    ...(year ? pairs.map((pair) => `name ${pair} ${year}`) : []),
    ...located.flatMap(({ postalCode, number, words, city }) => {
      const ways = words.toSorted((a, b) => b.length - a.length).slice(0, 2).map(soundKey);
      return [
        ...(born ? [`born ${born} ${postalCode}`, `born ${born} ${city}`, ...ways.map((way) => `born ${born} ${way}`)] : []),
        ...[postalCode.slice(0, 3), city].filter((area) => area !== '').flatMap((area) => pairs.map((pair) => `name in ${area} ${pair}`)),
        ...(postalCode && number ? sounds.map((sound) => `house ${postalCode} ${number} ${sound}`) : []),
        // Two digits of a postal code are easily written the other way round.
        ...(postalCode ? sounds.map((sound) => `near ${[...postalCode].toSorted().join('')} ${sound}`) : []),
        ...ways.flatMap((way) => sounds.map((sound) => `street ${way} ${sound}`)),
      ];
    }),
  ];
}

function companyKeys(profile: Profile): string[] {
  const words = companyWordsOf(profile.name);
  const sounds = ownWords(words).map(soundKey).filter((sound) => sound !== '');
  const places = profile.places.map(readPlace).slice(0, mostPlaces);
  return [
    `company ${words.toSorted().join(' ')}`,
    `company ${sounds.toSorted().join(' ')}`,
    `company ${words.join('').slice(0, 10)}`,
    // Whoever trades in his own name may stand here as a person too.
    ...(words.length > 1 && words.length < 5 ? personKeys({ ...profile, givenName: null, familyName: null }) : []),
    ...domainsOf(profile).map((domain) => `domain ${domain}`),
    ...places.flatMap(({ postalCode, city, number, words: street }) => [
      ...(postalCode || city ? sounds.map((sound) => `trade ${sound} ${postalCode.slice(0, 3) || city}`) : []),
      ...(number && street.length > 0 ? [`site ${street.map(soundKey).join('')} ${number} ${sounds[0]?.[0] ?? ''}`] : []),
    ]),
  ];
}

/** FNV-1a over the text's code units, as a signed number of 32 bits. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01_00_01_93);
  return value | 0;
}
