import { useEffect, useRef } from 'react';

/** Reads again when something happened to one of the pipeline: `renewed` is another then. */
export function useRenewed(renewed: unknown, refetch: () => unknown): void {
  const seen = useRef(renewed);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== renewed) void refetch();
    seen.current = renewed;
  }, [refetch, renewed]);
}
