import { RuleCustomerDocument, RuleProductDocument } from '#operations';
import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';

type Found = 'product' | 'customer';

async function ask(client: ApolloClient, kind: Found, id: string): Promise<string | undefined> {
  if (kind === 'product') return (await client.query({ query: RuleProductDocument, variables: { id } })).data?.product?.name;
  return (await client.query({ query: RuleCustomerDocument, variables: { id } })).data?.customer?.name;
}

/** The names of products and customers that a rule points at: too many to list, so they are asked for one by one. */
export function useFoundNames(kind: Found, ids: readonly string[]): ReadonlyMap<string, string> {
  const client = useApolloClient();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = ids.join();
  useEffect(() => {
    let gone = false;
    const missing = wanted === '' ? [] : wanted.split(',');
    const asking = missing.map(async (id) => [id, await ask(client, kind, id).catch(() => undefined)] as const);
    void Promise.all(asking).then((answers) => {
      if (!gone) setNames(new Map(answers.flatMap(([id, name]) => (name === undefined ? [] : [[id, name]]))));
    });
    return () => {
      gone = true;
    };
  }, [client, kind, wanted]);
  return names;
}
