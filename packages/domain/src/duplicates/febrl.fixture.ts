import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blockingKeys, judgeDuplicate, type Profile } from './index.ts';

const folder = join(process.env.ORBITA_TEST_DATA ?? join(import.meta.dirname, '../../../../../shared/data'), 'duplicates');

export const febrlIsThere = existsSync(folder);

export interface FebrlRecord {
  /** Records of one person have one. */
  readonly person: string;
  readonly profile: Profile;
}

/** The records of a FEBRL set: names, address and date of birth, as an address book would hold them. */
export function febrlRecords(file: string): FebrlRecord[] {
  const [, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [id = '', given = '', family = '', number = '', street = '', more = '', suburb = '', postcode = '', , born = ''] = line.split(',').map((cell) => cell.trim());
    const text = (value: string): string | null => value || null;
    return {
      person: id.split('-')[1] ?? '',
      profile: {
        kind: 'PERSON', name: `${given} ${family}`.trim(), givenName: text(given), familyName: text(family),
        birthDate: born ? `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}` : null,
        identityKeys: [], phones: [], websites: [],
        places: [{ street: text([number, street, more].filter(Boolean).join(' ')), city: text(suburb), postalCode: text(postcode), country: 'AU' }],
      },
    };
  });
}

export interface Measured {
  readonly pairs: number;
  readonly compared: number;
  readonly precision: number;
  readonly recall: number;
  /** What recall would be if every pair that is compared were judged rightly. */
  readonly found: number;
  /** After records that hang together through others are taken for one person. */
  readonly clustered: { readonly precision: number; readonly recall: number };
}

/** Compares what shares a blocking key, and counts pairs of records against those that are one person. */
export function measure(records: readonly FebrlRecord[], tell?: (one: FebrlRecord, other: FebrlRecord, right: boolean) => void): Measured {
  const blocks = new Map<number, number[]>();
  for (const [index, { profile }] of records.entries()) {
    for (const key of blockingKeys(profile)) blocks.set(key, [...(blocks.get(key) ?? []), index]);
  }
  const seen = new Set<number>();
  const leader = records.map((_, index) => index);
  const lead = (index: number): number => (leader[index] === index ? index : lead(leader[index]!));
  let [hits, wrong, found] = [0, 0, 0];
  for (const block of blocks.values()) {
    for (const [place, first] of block.entries()) {
      for (const second of block.slice(place + 1)) {
        const pair = first * records.length + second;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const [one, other] = [records[first]!, records[second]!];
        const right = one.person === other.person;
        found += right ? 1 : 0;
        const judged = judgeDuplicate(one.profile, other.profile).verdict !== 'NO';
        if (judged) {
          leader[lead(second)] = lead(first);
          hits += right ? 1 : 0;
          wrong += right ? 0 : 1;
        }
        if (judged !== right) tell?.(one, other, right);
      }
    }
  }
  const pairsOf = (groups: Iterable<readonly unknown[]>): number => [...groups].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const clusters = Map.groupBy(records.map((_, index) => index), lead);
  const pairs = pairsOf(Map.groupBy(records, ({ person }) => person).values());
  const clusteredRight = [...clusters.values()].reduce((sum, members) => sum + pairsOf(Map.groupBy(members, (index) => records[index]!.person).values()), 0);
  return {
    pairs, compared: seen.size, precision: hits / (hits + wrong), recall: hits / pairs, found: found / pairs,
    clustered: { precision: clusteredRight / pairsOf(clusters.values()), recall: clusteredRight / pairs },
  };
}
