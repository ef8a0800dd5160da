import { renewShown } from '#api-client';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useBoard } from './use-board.ts';

it('reads itself anew with what else is on the page, as after a line that was down', async () => {
  let count = 1;
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ operationName }) => new Observable((observer) => {
      if (operationName !== 'Board') return;
      observer.next({ data: { __typename: 'Query', opportunityBoard: { __typename: 'Board', columns: [{
        __typename: 'Column', stage: 'new', count, amount: null, weightedAmount: null,
        cards: { __typename: 'Cards', pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null }, edges: [] },
      }] } } });
      observer.complete();
    })),
  });
  const { result } = renderHook(() => useBoard({ pipelineId: 'p1', rule: undefined, search: undefined }), {
    wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  await waitFor(() => expect(result.current.columns?.[0]?.count).toBe(1));
  count = 2;
  await act(() => renewShown(client));
  expect(result.current.columns?.[0]?.count).toBe(2);
});
