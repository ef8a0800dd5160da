import { createHash } from 'node:crypto';
import { networkOf } from '#network';
import type { Sessions } from '#sessions';

export type Attempts = Pick<Sessions, 'takeAttempt'>;

interface Bounds {
  /** Of which door: each counts for itself. */
  readonly door: string;
  readonly most: number;
  readonly windowSeconds: number;
}

export interface RateLimit {
  /** How many seconds one more from there has to wait now, 0 when it is taken; the address itself is not kept. */
  waits(address: string, now: number): Promise<number>;
}

const mostKept = 20_000;

/**
 * So many from one address, or network of IPv6, within a window, counted over all processes. Whoever was refused is
 * refused by this process alone until his time has come: a flood is not counted one by one.
 */
export function rateLimit({ takeAttempt }: Attempts, { door, most, windowSeconds }: Bounds): RateLimit {
  const refusedUntil = new Map<string, number>();
  return {
    async waits(address, now) {
      const key = `${door}:${createHash('sha256').update(networkOf(address)).digest('base64url')}`;
      const until = refusedUntil.get(key) ?? 0;
      if (until > now) return Math.ceil((until - now) / 1000);
      refusedUntil.delete(key);
      const wait = await takeAttempt({ key, most, windowSeconds });
      if (wait > 0) refusedUntil.set(key, now + wait * 1000);
      if (refusedUntil.size > mostKept) refusedUntil.delete(refusedUntil.keys().next().value ?? '');
      return wait;
    },
  };
}
