import { useSyncExternalStore } from 'react';
import { getLocale, setLocale } from '../paraglide/runtime.js';

export type Language = 'en' | 'es';

const listeners = new Set<() => void>();

/** Message functions read the language when called: whoever shows words remounts with `key={language}`. */
export function changeLanguage(language: Language): void {
  void setLocale(language, { reload: false });
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** For words made outside of what is drawn. */
export const currentLanguage = (): Language => getLocale();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, getLocale);
