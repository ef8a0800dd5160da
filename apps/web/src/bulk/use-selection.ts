import { useState } from 'react';

const none: ReadonlySet<string> = new Set();

interface Kept {
  readonly of: string;
  readonly ids: ReadonlySet<string>;
  readonly everything: boolean;
}

/** Which rows of a list are meant: some, or all that its question names. Of another question none is: nobody acts on what he does not see. */
export function useSelection(question: object) {
  const of = JSON.stringify(question);
  const [kept, setKept] = useState<Kept>({ of, ids: none, everything: false });
  const { ids, everything } = kept.of === of ? kept : { ids: none, everything: false };
  const select = (next: ReadonlySet<string>) => setKept({ of, ids: next, everything: false });
  return {
    ids, everything, select,
    toggle: (id: string) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      select(next);
    },
    meanEverything: () => setKept({ of, ids, everything: true }),
    clear: () => select(none),
  };
}

export type Selection = ReturnType<typeof useSelection>;
