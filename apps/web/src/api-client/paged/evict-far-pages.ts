import type { ApolloCache } from '@apollo/client';

const offsetOf = (storeFieldName: string): number | undefined => {
  const written = /^[^(:]+[(:](.*?)\)?$/s.exec(storeFieldName)?.[1];
  if (!written?.startsWith('{')) return undefined;
  const { offset } = JSON.parse(written) as { readonly offset?: unknown };
  return typeof offset === 'number' ? offset : undefined;
};

/** Forgets the pages of a list that lie outside the window, and then whatever nothing points at. */
export function evictFarPages(cache: ApolloCache, field: string, kept: ReadonlySet<number>): void {
  cache.modify({
    fields: {
      [field]: (page: unknown, { storeFieldName, DELETE }) => {
        const offset = offsetOf(storeFieldName);
        return offset === undefined || kept.has(offset) ? page : DELETE;
      },
    },
  });
  cache.gc();
}
