import { LeadsDocument } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useUnread } from './use-unread.ts';

it('what comes in renews the count and leaves the list of leads to renew itself', async () => {
  const asked: (string | undefined)[] = [];
  let tell = () => {};
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ operationName }) => new Observable((observer) => {
      asked.push(operationName);
      if (operationName === 'InboxChanged') {
        tell = () => observer.next({ data: { __typename: 'Subscription', inboxChanged: { __typename: 'Inbox', unreadCount: asked.length } } });
        return;
      }
      const page = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
      observer.next({ data: operationName === 'Leads'
        ? { __typename: 'Query', leads: { __typename: 'LeadConnection', totalCount: 0, pageInfo: page, edges: [] } }
        : { __typename: 'Query', inbox: { __typename: 'InboxConnection', unreadCount: asked.length } } });
      observer.complete();
    })),
  });
  const { result } = renderHook(() => ({ unread: useUnread(), leads: useQuery(LeadsDocument, { variables: { first: 50, orderBy: 'DUE', custom: [], withCustom: false } }).data }), {
    wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  await waitFor(() => expect([result.current.unread, result.current.leads]).not.toContain(undefined));
  asked.length = 0;
  act(() => tell());
  await waitFor(() => expect(asked).toEqual(['UnreadCount']));
});
