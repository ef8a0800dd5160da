import { useState } from 'react';

const nobody: ReadonlySet<string> = new Set();

interface Selection {
  readonly of: string;
  readonly ids: ReadonlySet<string>;
  readonly everything: boolean;
}

/** Which leads of a list are meant: some, or all that its question names. Of another question none is. */
export function useLeadSelection(question: object) {
  const of = JSON.stringify(question);
  const [kept, setKept] = useState<Selection>({ of, ids: nobody, everything: false });
  const { ids, everything } = kept.of === of ? kept : { ids: nobody, everything: false };
  return {
    ids, everything,
    toggle: (id: string) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setKept({ of, ids: next, everything: false });
    },
    meanEverything: () => setKept({ of, ids, everything: true }),
    clear: () => setKept({ of, ids: nobody, everything: false }),
  };
}

export type LeadSelection = ReturnType<typeof useLeadSelection>;
