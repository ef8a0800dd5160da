import { type Refusal, refuseBecause } from '#refusal';
import type { Mergeable } from './mergeable.ts';

/** Why two customers cannot be one; null when they can. */
export function refuseMerge(one: Mergeable, other: Mergeable): Refusal | null {
  if (one.id === other.id) return refuseBecause('INVALID', 'SAME_CUSTOMER', { field: 'otherId' });
  if (one.kind !== other.kind) return refuseBecause('CONFLICT', 'KINDS_DIFFER', { field: 'otherId' });
  if (one.example !== other.example) return refuseBecause('CONFLICT', 'EXAMPLE_AND_REAL', { field: 'otherId' });
  // One who recommended the other, himself or through others, would have recommended himself.
  return one.chain.includes(other.id) || other.chain.includes(one.id)
    ? refuseBecause('CONFLICT', 'ONE_RECOMMENDED_OTHER', { field: 'otherId' }) : null;
}
