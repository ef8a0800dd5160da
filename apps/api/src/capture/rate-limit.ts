import { createHash } from 'node:crypto';
import { networkOf } from '#network';

export interface RateLimit {
  /** Whether one more is taken from there now; the address itself is not kept. */
  takes(address: string, now: number): boolean;
}

const mostKept = 20_000;

/** So many from one address, or network of IPv6, within a window, counted in this process. */
export function rateLimit({ most, windowMs }: { readonly most: number; readonly windowMs: number }): RateLimit {
  const counts = new Map<string, { count: number; until: number }>();
  return {
    takes(address, now) {
      const key = createHash('sha256').update(networkOf(address)).digest('base64url');
      const known = counts.get(key);
      const current = known && known.until > now ? known : { count: 0, until: now + windowMs };
      current.count += 1;
      counts.delete(key);
      counts.set(key, current);
      if (counts.size > mostKept) counts.delete(counts.keys().next().value ?? '');
      return current.count <= most;
    },
  };
}
