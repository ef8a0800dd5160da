import { useEffect, useState } from 'react';
import type { PaletteHit, PaletteSearch } from './palette-items.ts';

const shortest = 2;
const pause = 120;

/** Searches when the typing rests; an answer that was overtaken is thrown away. */
export function usePaletteSearch(question: string, search: PaletteSearch | undefined) {
  const [found, setFound] = useState<{ readonly question: string; readonly hits: readonly PaletteHit[]; readonly failed: boolean }>();
  const asks = search !== undefined && question.length >= shortest;
  useEffect(() => {
    if (!asks) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      search(question, abort.signal).then(
        (hits) => !abort.signal.aborted && setFound({ question, hits, failed: false }),
        () => !abort.signal.aborted && setFound({ question, hits: [], failed: true }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asks, question, search]);
  return {
    hits: asks ? (found?.hits ?? []) : [],
    searching: asks && found?.question !== question,
    failed: asks && found?.question === question && found.failed,
  };
}
