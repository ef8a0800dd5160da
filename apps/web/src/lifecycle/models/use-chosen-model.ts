import { useSyncExternalStore } from 'react';

const place = 'orbita-lifecycle-model';
const listeners = new Set<() => void>();

function stored(): string | undefined {
  try {
    return localStorage.getItem(place) ?? undefined;
  } catch {
    return undefined;
  }
}
let chosen = stored();

function choose(key: string): void {
  chosen = key;
  try {
    localStorage.setItem(place, key);
  } catch {
    // Where nothing can be kept the choice lasts for the visit.
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** By which model one reads customers, by its key: the same on every page, kept in this browser. */
export const useChosenModel = (): readonly [chosen: string | undefined, choose: (key: string) => void] =>
  [useSyncExternalStore(listen, () => chosen), choose];
