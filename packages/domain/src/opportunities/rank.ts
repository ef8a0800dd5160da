import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { type Refusal, refuse, refuseBecause } from '#refusal';

/** Digits and small letters only, so that ranks sort alike by bytes and under every collation of a database. */
const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Where a card stands in its column: texts that sort in the order of the cards, so that one drag writes one row. */
export type Rank = string;

/** How long a rank may grow before its column is ranked afresh with `ranksBetween(null, null, count)`. */
export const longestRank = 60;

/** A rank between two neighbours; null is the column's end. Refuses neighbours that are not in order, as after another's drag. */
export function rankBetween(before: Rank | null, after: Rank | null): Rank | Refusal {
  const [rank] = askRanks(before, after, () => [generateKeyBetween(before, after, digits)]);
  return rank ?? refuseBecause('CONFLICT', 'RANK_PASSED', { field: 'rank' });
}

/** So many ranks in order between two neighbours, evenly spread and as short as can be. */
export function ranksBetween(before: Rank | null, after: Rank | null, count: number): readonly Rank[] | Refusal {
  if (!Number.isSafeInteger(count) || count < 0) return refuse('OUT_OF_RANGE', { field: 'count', details: { minimum: 0 } });
  const ranks = askRanks(before, after, () => generateNKeysBetween(before, after, count, digits));
  return ranks.length === count ? ranks : refuseBecause('CONFLICT', 'RANK_PASSED', { field: 'rank' });
}

/** The library throws on what is no rank of its making, and takes neighbours in either order: both are refused here. */
function askRanks(before: Rank | null, after: Rank | null, ask: () => Rank[]): Rank[] {
  if (before !== null && after !== null && before >= after) return [];
  try {
    return ask();
  } catch {
    return [];
  }
}
