import { type Refusal, refuseBecause } from '#refusal';

/** What decides who may be said to have recommended a customer. */
export interface Recommended {
  readonly customerId: string;
  readonly referredBy: string | null;
  readonly cyclesStarted: number;
}

/** Nobody recommends whom he was recommended by, himself or through others. `chain`: the referrer, who recommended him, and so on. */
export const refuseRing = (customerId: string, chain: readonly string[]): Refusal | null =>
  (chain.includes(customerId) ? refuseBecause('INVALID', 'RING_OF_REFERRERS', { field: 'referrerId' }) : null);

/**
 * Who recommended a customer is the first touch: set once, while he has no cycle, never in a ring. Null when it may be set.
 */
export function refuseReferrer({ customerId, referredBy, cyclesStarted }: Recommended, chain: readonly string[]): Refusal | null {
  const ring = refuseRing(customerId, chain);
  return ring ?? (referredBy !== null || cyclesStarted > 0 ? refuseBecause('CONFLICT', 'REFERRER_ONCE', { field: 'referrerId' }) : null);
}
