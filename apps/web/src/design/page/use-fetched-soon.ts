import { useEffect } from 'react';

const rest = 1200;

/** Fetches a part that a key will open, once the page has come to rest: it then opens at once. `load` stays the same. */
export function useFetchedSoon(load: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), rest);
    return () => clearTimeout(timer);
  }, [load]);
}
