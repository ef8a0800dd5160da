import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useCallback, useEffect, useRef } from 'react';
import { onRenewal } from './renewal.ts';

interface Stretch {
  readonly edges: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
type Listing<Field extends string> = { readonly [key in Field]: Stretch };

/** A list and the page that follows it. */
export const joined = <Field extends string, Data extends Listing<Field>>(field: Field, before: Data, next: Data): Data =>
  ({ ...next, [field]: { ...next[field], edges: [...before[field].edges, ...next[field].edges] } });

interface Asked<Data> {
  readonly client: ApolloClient;
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly refetch: () => Promise<unknown>;
  readonly observable: { readonly queryName?: string | undefined };
}

interface Grown<Field extends string, Data, Variables> {
  readonly document: TypedDocumentNode<Data, Variables & { readonly after?: string | null | undefined }>;
  /** Everything but `after`. */
  readonly variables: Variables;
  /** The name of the list's field in the query. */
  readonly field: Field;
}

/** A list that grows by pages is read anew as far as it is shown, and taken over at once: who is far down it stays there. */
export function useRenewal<Field extends string, Data extends Listing<Field>, Variables extends OperationVariables>(
  question: Asked<Data>, { document, variables, field }: Grown<Field, Data, Variables>,
): () => Promise<void> {
  const { client, observable: { queryName } } = question;
  const latest = useRef(question);
  latest.current = question;
  const key = JSON.stringify(variables);
  const round = useRef(0);
  const renew = useCallback(async () => {
    const mine = ++round.current;
    const { data, error, refetch } = latest.current;
    // Of what failed there is nothing to be as long as; what was never asked, or is just being, needs no renewal.
    if (!data) return void (error ? await refetch() : undefined);
    const same = JSON.parse(key) as Variables;
    const page = async (after?: string | null) => (await client.query<Data, OperationVariables>({ query: document, variables: { ...same, after }, fetchPolicy: 'no-cache' })).data;
    let all = await page();
    while (mine === round.current && all && all[field].pageInfo.hasNextPage && all[field].edges.length < (latest.current.data?.[field].edges.length ?? 0)) {
      const next = await page(all[field].pageInfo.endCursor);
      if (!next) break;
      all = joined(field, all, next);
    }
    if (all && mine === round.current) client.writeQuery<Data, OperationVariables>({ query: document, variables: same, data: all });
  }, [client, document, field, key]);
  useEffect(() => (queryName ? onRenewal(queryName, renew) : undefined), [queryName, renew]);
  return renew;
}
