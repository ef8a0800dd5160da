import { type Refusal, refuseBecause } from '#refusal';

/** What decides who may be said to have recommended a customer. */
export interface Recommended {
  readonly customerId: string;
  readonly referredBy: string | null;
  readonly cyclesStarted: number;
}

/**
 * Who recommended a customer is the first touch: set once, while he has no cycle, never himself nor anybody whom he
 * recommended. `chain`: the referrer, who recommended him, and so on. Null when it may be set.
 */
export function refuseReferrer({ customerId, referredBy, cyclesStarted }: Recommended, chain: readonly string[]): Refusal | null {
  if (chain.includes(customerId)) return refuseBecause('INVALID', 'RING_OF_REFERRERS', { field: 'referrerId' });
  return referredBy !== null || cyclesStarted > 0 ? refuseBecause('CONFLICT', 'REFERRER_ONCE', { field: 'referrerId' }) : null;
}
