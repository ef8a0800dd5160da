import { useState } from 'react';

const key = 'orbita-customer-columns';
const usual: readonly string[] = ['kind', 'city', 'country'];

function stored(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : usual;
  } catch {
    return usual;
  }
}

/** The columns put away, kept in this browser. */
export function useStoredColumns() {
  const [hidden, setHidden] = useState(stored);
  const toggle = (id: string) => {
    const next = hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id];
    setHidden(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Where nothing can be kept the choice lasts for the visit.
    }
  };
  return { hidden, toggle };
}
