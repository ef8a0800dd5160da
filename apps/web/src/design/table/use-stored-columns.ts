import { useState } from 'react';

/** The columns of a list, as a browser remembers them. */
export interface StoredColumns {
  /** Under which what was chosen is kept. */
  readonly key: string;
  /** Put away at first. */
  readonly usual?: readonly string[];
  /** Seldom looked at: there only for whoever asks for them, like the company's own fields. */
  readonly seldom?: readonly string[];
}

function stored({ key, usual = [] }: StoredColumns): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : usual;
  } catch {
    return usual;
  }
}

/**
 * The columns put away, kept in this browser. What is of the company's own (`own`), or seldom looked at, stands in the
 * list when somebody asked for it; every other column until somebody put it away.
 */
export function useStoredColumns(list: StoredColumns, own: readonly string[]) {
  const { key, seldom = [] } = list;
  const [toggled, setToggled] = useState(() => stored(list));
  const isAskedFor = (id: string): boolean => id.startsWith('custom.') || seldom.includes(id);
  const hidden = [...toggled.filter((id) => !isAskedFor(id)), ...[...own, ...seldom].filter((id) => !toggled.includes(id))];
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
