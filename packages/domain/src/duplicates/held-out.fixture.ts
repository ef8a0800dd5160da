import type { FebrlRecord } from './febrl.fixture.ts';
import type { Profile } from './index.ts';

/** Numbers that are the same in every run (mulberry32), from 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const given = 'Ana Lucía Marta Carmen Nuria Olga Iker Pablo Luis Javier Andrés Rubén Hugo Gonzalo Teresa Ainhoa Berta Leire Mateo Adrián María José Antonio Elena'.split(' ');
const family = ('García López Pérez Sánchez Barrachina Zubizarreta Vallejo Ortún Etxeberria Arana Nalda Ubis Peña Vidal Quiroga Lahoz Berrocal Cifuentes Tejedor '
  + 'Montalbán Urrutia Salvatierra Fuster Ripoll Casado Bermejo Lozano Medrano Santamaría Olivares').split(' ');
const streets = 'Mayor|Gran Vía|de la Paz|del Carmen|San Antón|Portales|de los Reyes|Industria|Ribera del Ebro|Vara de Rey|República Argentina|Duquesa de la Victoria'.split('|');
const towns = [['Haro', '262'], ['Logroño', '260'], ['Bilbao', '480'], ['Zaragoza', '500'], ['Madrid', '280'], ['Valencia', '460']] as const;
const trades = 'Bodegas Talleres Construcciones Transportes Asesoría Panadería Ferretería Clínica Viveros Imprenta'.split(' ');

interface Drawing {
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly chance: (share: number) => boolean;
  readonly number: (below: number) => number;
}

function drawing(seed: number): Drawing {
  const random = randomOf(seed);
  const number = (below: number): number => Math.floor(random() * below);
  return { number, chance: (share) => random() < share, pick: (items) => items[number(items.length)]! };
}

const place = ({ pick, number }: Drawing): Profile['places'][number] => {
  const [city, code] = pick(towns);
  return { street: `Calle ${pick(streets)}, ${1 + number(140)}`, city, postalCode: `${code}${String(number(60)).padStart(2, '0')}`, country: 'ES' };
};
const phone = ({ number }: Drawing, mobile: boolean) => ({ number: `+34${mobile ? '6' : '9'}${String(number(100_000_000)).padStart(8, '0')}`, mobile });

/**
 * Households of two to five: a couple, children of both names, one telephone for all; some have a namesake elsewhere.
 * Four in ten are written down a second time, as people do: without accents, by half their name, moved, without a date.
 */
export function households(count: number, seed: number): FebrlRecord[] {
  const draw = drawing(seed);
  const { pick, chance, number } = draw;
  const records: FebrlRecord[] = [];
  for (let house = 0; house < count; house += 1) {
    const [home, landline] = [place(draw), phone(draw, false)];
    const [his, hers] = [[pick(family), pick(family)], [pick(family), pick(family)]];
    const people = Array.from({ length: 2 + number(4) }, (_, at) => {
      const names = at === 0 ? his : at === 1 ? hers : [his[0]!, hers[0]!];
      const year = at < 2 ? 1950 + number(30) : 1985 + number(20);
      return personOf(given[(house * 5 + at * 7) % given.length]!, names.join(' '), `${year}-${two(1 + number(12))}-${two(1 + number(28))}`, home, chance(0.6) ? [landline] : [phone(draw, true)]);
    });
    for (const [at, profile] of people.entries()) {
      const person = `h${house}.${at}`;
      records.push({ person, profile });
      if (chance(0.4)) records.push({ person, profile: againPerson(profile, draw) });
    }
  }
  return records;
}

const two = (value: number): string => String(value).padStart(2, '0');

const personOf = (givenName: string, familyName: string, birthDate: string, home: Profile['places'][number], phones: Profile['phones']): Profile =>
  ({ kind: 'PERSON', name: `${givenName} ${familyName}`, givenName, familyName, birthDate, identityKeys: [], phones, websites: [], places: [home] });

const slip = (text: string, { number }: Drawing): string => {
  const at = 1 + number(Math.max(1, text.length - 2));
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
};

function againPerson(one: Profile, draw: Drawing): Profile {
  const { chance } = draw;
  const plain = (text: string): string => (chance(0.5) ? text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase() : text);
  const whole = one.familyName ?? '';
  const familyName = plain(chance(0.3) ? whole.split(' ')[0]! : chance(0.2) ? slip(whole, draw) : whole);
  const givenName = plain(chance(0.1) ? slip(one.givenName ?? '', draw) : one.givenName ?? '');
  const moved = chance(0.1);
  return {
    ...one, givenName, familyName, name: `${givenName} ${familyName}`, birthDate: chance(0.25) ? null : one.birthDate,
    phones: moved || chance(0.3) ? one.phones : [], places: moved ? [place(draw)] : one.places.map((home) => ({ ...home, street: chance(0.2) ? home.street!.replace('Calle ', 'C/ ') : home.street })),
  };
}

/** Companies, some with branches elsewhere that are customers of their own, neighbours behind one switchboard; a third written down twice. */
export function companies(count: number, seed: number): FebrlRecord[] {
  const draw = drawing(seed);
  const { pick, chance } = draw;
  const records: FebrlRecord[] = [];
  const called = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const [one, other] = [pick(family), pick(family)];
    const name = `${pick(trades)} ${one} ${other}`;
    // Two of one name in one province are one.
    if (one === other || called.has([one, other].toSorted().join())) continue;
    called.add([one, other].toSorted().join());
    const [site, switchboard] = [place(draw), phone(draw, false)];
    const add = (person: string, as: string, at: Profile['places'][number], phones: Profile['phones']) => records.push({
      person, profile: { kind: 'ORGANISATION', name: as, givenName: null, familyName: null, birthDate: null, identityKeys: [], phones, websites: [], places: [at] },
    });
    add(`c${index}`, `${name}, S.L.`, site, [switchboard]);
    if (chance(0.33)) add(`c${index}`, chance(0.5) ? name.toUpperCase() : `${slip(name, draw)} SL`, chance(0.7) ? site : { ...site, street: null }, chance(0.5) ? [switchboard] : []);
    if (chance(0.1)) add(`b${index}`, `${name}, S.L.`, place(draw), [phone(draw, false)]);
    if (chance(0.1)) add(`n${index}`, `${pick(trades)} ${pick(family)}`, site, [switchboard]);
  }
  return records;
}
