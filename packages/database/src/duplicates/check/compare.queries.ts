import { blockingKeys, judgeDuplicate } from '@orbita/domain/duplicates';
import { sql } from 'kysely';
import { type Em, newId, rowsOf } from '#connection';
import { type KnownProfile, profilesOf, writeDuplicateKeys } from '#identity';
import { askToCheckQuality } from '#quality';
import { openPartners } from '../pairs/open-partners.queries.ts';
import { sharingKeys } from '../sharing-keys.queries.ts';

/** Compares these customers with all others, and puts those who may be one into the queue. Answers how many pairs there are of them. */
export async function compareCustomers(em: Em, ids: readonly string[], now: Date): Promise<number> {
  const own = await profilesOf(em, ids);
  await writeDuplicateKeys(em, own, now);
  const living = own.filter(({ deleted }) => !deleted);
  const met = await meetings(em, living);
  const known = new Map([...own, ...await profilesOf(em, [...new Set(met.map(({ other }) => other))].filter((id) => !ids.includes(id)))].map((one) => [one.id, one]));
  const pairs = new Map<string, Pair>();
  for (const { id, other } of met) {
    const pair = pairOf(known.get(id), known.get(other));
    if (pair && (pairs.get(pair.key)?.score ?? 0) < pair.score) pairs.set(pair.key, pair);
  }
  await savePairs(em, living.map(({ rootId }) => rootId), [...pairs.values()], now);
  return pairs.size;
}

interface Pair {
  readonly key: string;
  readonly customer_id: string;
  readonly other_id: string;
  readonly verdict: string;
  readonly score: number;
  readonly reasons: unknown;
}

function pairOf(one: KnownProfile | undefined, other: KnownProfile | undefined): Pair | undefined {
  if (!one || !other || one.rootId === other.rootId || one.deleted || other.deleted) return undefined;
  const { verdict, score, reasons } = judgeDuplicate(one, other);
  if (verdict === 'NO') return undefined;
  const [first = '', second = ''] = [one.rootId, other.rootId].toSorted();
  return { key: `${first} ${second}`, customer_id: first, other_id: second, verdict, score, reasons };
}

/**
 * Whom each of these shares a key with, the ones that share most; and with whom he was thought to be one until now. Two
 * of whom somebody said that they are two are not asked about again, whoever they became part of since.
 */
async function meetings(em: Em, profiles: readonly KnownProfile[]): Promise<{ id: string; other: string }[]> {
  if (profiles.length === 0) return [];
  const keys = profiles.map((profile) => ({ id: profile.id, root: profile.rootId, keys: blockingKeys(profile) }));
  const met = sql`
    with asked as materialized (select id, root, keys from json_to_recordset(${JSON.stringify(keys)}::json) as r(id uuid, root uuid, keys integer[]))
    select a.id, hit.customer_id as other from asked a cross join lateral (${sharingKeys(sql`a.keys`)}) hit where hit.customer_id <> a.id
    union
    select a.id, x.other_id from asked a join duplicate_pair x on x.customer_id = a.root
    union
    select a.id, x.customer_id from asked a join duplicate_pair x on x.other_id = a.root`;
  return rowsOf(em, sql<{ id: string; other: string }>`
    select id, other from (${met}) met
    where not exists (select from duplicate_pair d where d.customer_id = least(met.id, met.other) and d.other_id = greatest(met.id, met.other) and d.state = 'DISMISSED')`);
}

/**
 * Writes what is judged now over what was judged before; a pair that somebody dismissed stays dismissed, and an open
 * one that is none any more goes. Everybody of whom the number of open pairs changed has it in his facts.
 */
async function savePairs(em: Em, ids: readonly string[], pairs: readonly Pair[], now: Date): Promise<void> {
  const rows = pairs.map(({ key: _, ...pair }) => ({ id: newId(), ...pair }));
  const touched = await rowsOf(em, sql<{ customer_id: string; other_id: string }>`
    with judged as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, customer_id uuid, other_id uuid, verdict text, score integer, reasons jsonb)),
    gone as (
      delete from duplicate_pair x using customer a, customer b
      where (x.customer_id = any(${ids}::uuid[]) or x.other_id = any(${ids}::uuid[])) and x.state = 'OPEN'
        and a.id = x.customer_id and b.id = x.other_id and coalesce(a.merged_into, a.id) <> coalesce(b.merged_into, b.id)
        and not exists (select from judged j where j.customer_id = x.customer_id and j.other_id = x.other_id)
      returning x.customer_id, x.other_id),
    kept as (
      insert into duplicate_pair as x (id, customer_id, other_id, verdict, score, reasons, found_at)
      select id, customer_id, other_id, verdict, score, reasons, ${now.toISOString()}::timestamptz from judged order by customer_id, other_id
      on conflict (customer_id, other_id) do update set verdict = excluded.verdict, score = excluded.score, reasons = excluded.reasons
      returning x.customer_id, x.other_id)
    select * from gone union select * from kept`);
  // Those compared are counted in any case: a merge, or its undoing, closes and opens pairs without touching them.
  await countOpenPairs(em, [...ids, ...touched.flatMap(({ customer_id, other_id }) => [customer_id, other_id])]);
}

/** Brings the fact «possible duplicates» of these customers up to date; rows are locked in the order of their ids. */
export async function countOpenPairs(em: Em, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const changed = await rowsOf(em, sql<{ id: string }>`
    with counted as (
      select c.id, count(o.id) as pairs from unnest(${[...new Set(ids)]}::uuid[]) c(id)
      left join lateral (${openPartners(sql.ref('c.id'))}) x on true
      left join customer o on o.id = x.id and o.merged_into is null and o.deleted_at is null and o.erased_at is null
      group by c.id),
    held as (
      select f.customer_id, counted.pairs from customer_facts f join counted on counted.id = f.customer_id
      where f.possible_duplicates <> counted.pairs order by f.customer_id for update of f)
    update customer_facts f set possible_duplicates = held.pairs from held where held.customer_id = f.customer_id
    returning f.customer_id as id`);
  await askToCheckQuality(em, changed.map(({ id }) => id));
}
