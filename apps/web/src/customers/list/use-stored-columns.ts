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

/** What is of the company's own, or seldom looked at, stands in the list when somebody asked for it; every other column until somebody put it away. */
const seldom: readonly string[] = ['dataQuality'];
const isOwn = (id: string): boolean => id.startsWith('custom.') || seldom.includes(id);

/** The columns put away, kept in this browser; `own` are those of the company's fields. */
export function useStoredColumns(own: readonly string[]) {
  const [toggled, setToggled] = useState(stored);
  const hidden = [...toggled.filter((id) => !isOwn(id)), ...[...own, ...seldom].filter((id) => !toggled.includes(id))];
  const toggle = (id: string) => {
    const next = toggled.includes(id) ? toggled.filter((each) => each !== id) : [...toggled, id];
    setToggled(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Where nothing can be kept the choice lasts for the visit.
    }
  };
  return { hidden, toggle };
}
