import { useSyncExternalStore } from 'react';

const key = 'orbita-bulk-watched';
const listeners = new Set<() => void>();

function stored(): readonly string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

let watched = stored();

function change(next: readonly string[]): void {
  watched = next;
  try {
    sessionStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Where nothing can be kept it is watched until the page is loaded anew.
  }
  for (const listener of listeners) listener();
}

/** Changes that this window started and looks after until they have ended, also on other pages and after a reload. */
export const watch = (id: string): void => change([...watched.filter((one) => one !== id), id].slice(-3));
export const unwatch = (id: string): void => change(watched.filter((one) => one !== id));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useWatched = (): readonly string[] => useSyncExternalStore(subscribe, () => watched);
