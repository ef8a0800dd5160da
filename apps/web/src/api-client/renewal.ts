import type { ApolloClient } from '@apollo/client';

type Renew = () => Promise<unknown>;

/** What is on the page and reads itself anew: lists that have grown, and what keeps its rows outside the cache. */
const shown = new Map<Renew, string>();

/** Something of this name is on the page: from now on it reads itself when that is asked for. Answers how it leaves. */
export function onRenewal(name: string, renew: Renew): () => void {
  shown.set(renew, name);
  return () => void shown.delete(renew);
}

/**
 * Reads anew what is on the page, or of that only what has one of these names: what renews itself as far as it is shown,
 * every other question as it was asked. What fails stays as it is.
 */
export async function renewShown(client: ApolloClient, names?: readonly string[]): Promise<void> {
  const isMeant = (name: string) => names === undefined || names.includes(name);
  const itself = new Set(shown.values());
  const asked = [...client.getObservableQueries()].flatMap(({ queryName }) => (queryName && isMeant(queryName) && !itself.has(queryName) ? [queryName] : []));
  await Promise.allSettled([
    ...[...shown].filter(([, name]) => isMeant(name)).map(([renew]) => renew()),
    client.refetchQueries({ include: [...new Set(asked)] }),
  ]);
}

export const renewOnly = async (name: string): Promise<void> =>
  void await Promise.allSettled([...shown].filter(([, each]) => each === name).map(([renew]) => renew()));
