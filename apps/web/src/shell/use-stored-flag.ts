import { useState } from 'react';

/** A choice about the look, kept in this browser; where nothing can be kept it lasts for the visit. */
export function useStoredFlag(key: string): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => {
    try {
      return localStorage.getItem(key) === 'yes';
    } catch {
      return false;
    }
  });
  const change = (next: boolean) => {
    setValue(next);
    try {
      localStorage.setItem(key, next ? 'yes' : 'no');
    } catch {
      // Private windows may refuse to keep it.
    }
  };
  return [value, change];
}
