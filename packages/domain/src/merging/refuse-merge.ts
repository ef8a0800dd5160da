import { type Refusal, refuseBecause } from '#refusal';
import type { Mergeable } from './mergeable.ts';

/** How many customers become one in one step at most: so many can still be looked at side by side. */
export const mostAtOnce = 10;

/** Why so many cannot become one at once; null when they can. To be asked before any of them is read. */
export function refuseNumber(count: number): Refusal | null {
  if (count < 2) return refuseBecause('INVALID', 'SAME_CUSTOMER', { field: 'others' });
  return count > mostAtOnce ? refuseBecause('INVALID', 'TOO_MANY_AT_ONCE', { field: 'others', most: mostAtOnce }) : null;
}

/** Why these customers cannot be one; null when they can. */
export function refuseMerge(all: readonly Mergeable[]): Refusal | null {
  return refuseNumber(all.length)
    ?? all.flatMap((one, at) => all.slice(at + 1).map((other) => refusePair(one, other))).find((refusal) => refusal !== null) ?? null;
}

function refusePair(one: Mergeable, other: Mergeable): Refusal | null {
  if (one.id === other.id) return refuseBecause('INVALID', 'SAME_CUSTOMER', { field: 'others' });
  if (one.kind !== other.kind) return refuseBecause('CONFLICT', 'KINDS_DIFFER', { field: 'others' });
  if (one.example !== other.example) return refuseBecause('CONFLICT', 'EXAMPLE_AND_REAL', { field: 'others' });
  // One who recommended the other, himself or through others, would have recommended himself.
  return one.chain.includes(other.id) || other.chain.includes(one.id)
    ? refuseBecause('CONFLICT', 'ONE_RECOMMENDED_OTHER', { field: 'others' }) : null;
}
