import type { DuplicatePairLineFragment, DuplicateSideFragment } from '#operations';

/** Customers who may all be one, with the pairs by which they hang together, the likeliest first. */
export interface PossibleOne {
  /** The likeliest pair's. */
  readonly id: string;
  readonly customers: readonly DuplicateSideFragment[];
  readonly pairs: readonly DuplicatePairLineFragment[];
}

/** Pairs of customers who hang together are one question; it stands where its likeliest pair does. */
export function possibleOnes(pairs: readonly DuplicatePairLineFragment[]): PossibleOne[] {
  const ones: (PossibleOne & { pairs: DuplicatePairLineFragment[] })[] = [];
  for (const pair of pairs) {
    const { customer, other } = pair;
    const known = pair.state === 'OPEN' ? ones.find(({ customers }) => [customer, other].every(({ id }) => customers.some((one) => one.id === id))) : undefined;
    if (known) known.pairs.push(pair);
    else ones.push({ id: pair.id, customers: [customer, other, ...pair.others], pairs: [pair] });
  }
  return ones;
}
