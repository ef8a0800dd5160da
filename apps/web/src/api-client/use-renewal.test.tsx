import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable, type TypedDocumentNode } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { renewShown } from './renewal.ts';
import { joined, useRenewal } from './use-renewal.ts';

interface Things { readonly things: { readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } }
const Things = gql`query Things($after: String) { things(after: $after) { edges { node { id name } } pageInfo { hasNextPage endCursor } } }` as TypedDocumentNode<Things, { after?: string | null | undefined }>;
const Count = gql`query Count { count }` as TypedDocumentNode<{ count: string }>;
const nothing = {};

function opened(down = false) {
  const server = { now: 'before', down, asked: [] as string[] };
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables, operationName }) => new Observable((observer) => {
      server.asked.push(operationName ?? '');
      if (server.down) return observer.error(new Error('no line'));
      if (operationName === 'Count') observer.next({ data: { count: server.now } });
      else {
        const from = Number(variables['after'] ?? 0);
        observer.next({ data: { things: {
          __typename: 'Things', pageInfo: { __typename: 'PageInfo', hasNextPage: from + 2 < 5, endCursor: String(from + 2) },
          edges: [from, from + 1].map((at) => ({ __typename: 'Edge', node: { __typename: 'Thing', id: `t${at}`, name: server.now } })),
        } } });
      }
      return observer.complete();
    })),
  });
  const { result } = renderHook(() => {
    const question = useQuery(Things, { variables: nothing });
    useRenewal(question, { document: Things, variables: nothing, field: 'things' });
    const count = useQuery(Count);
    return { question, count: count.data?.count, rows: question.data?.things.edges.map(({ node }) => `${node.id} ${node.name}`) };
  }, { wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider> });
  return { client, server, result };
}

it('a list that has grown is read anew as far as it is shown, and only what has the name that is meant', async () => {
  const { client, server, result } = opened();
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
  await act(async () => void await result.current.question.fetchMore({
    variables: { after: '2' }, updateQuery: (before, { fetchMoreResult: next }) => joined('things', before as Things, next),
  }));
  await waitFor(() => expect(result.current.rows).toHaveLength(4));
  server.now = 'after';
  server.asked = [];
  await act(() => renewShown(client, ['Things', 'Nowhere']));
  expect([result.current.rows, result.current.count]).toEqual([['t0 after', 't1 after', 't2 after', 't3 after'], 'before']);
  expect(server.asked).toEqual(['Things', 'Things']);
  await act(() => renewShown(client));
  expect([result.current.rows?.length, result.current.count]).toEqual([4, 'after']);
});

it('a list that could not be read is asked again', async () => {
  const { client, server, result } = opened(true);
  await waitFor(() => expect(result.current.question.error).toBeDefined());
  expect(result.current.rows).toBeUndefined();
  server.down = false;
  await act(() => renewShown(client));
  await waitFor(() => expect(result.current.rows).toHaveLength(2));
});
