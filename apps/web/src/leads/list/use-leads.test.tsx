import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { renewLeads } from './renewal.ts';
import { useLeads } from './use-leads.ts';

it('whoever is far down the list stays there when something happens to a lead: as much is read anew as is shown', async () => {
  let now = 'before';
  const lead = (at: number) => ({
    __typename: 'Lead', id: `l${at}`, version: 1, status: 'NEW', channel: 'CALL', subject: now, message: null, capturedAt: '', responseDueAt: null, firstResponseAt: null,
    nurtureUntil: null, endedAt: null, disqualifiedReason: null, viewerCanUpdate: true, owner: null, customer: { __typename: 'Customer', id: `c${at}`, name: 'x', kind: 'PERSON' },
  });
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables, operationName }) => new Observable((observer) => {
      if (operationName !== 'Leads') return;
      const from = Number(variables['after'] ?? 0);
      observer.next({ data: { __typename: 'Query', leads: {
        __typename: 'LeadConnection', totalCount: 120, pageInfo: { __typename: 'PageInfo', hasNextPage: from + 50 < 120, endCursor: String(from + 50) },
        edges: Array.from({ length: Math.min(50, 120 - from) }, (_, at) => ({ __typename: 'LeadEdge', node: lead(from + at) })),
      } } });
      observer.complete();
    })),
  });
  const { result } = renderHook(() => useLeads({}, { names: [], sort: undefined }), {
    wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  await waitFor(() => expect(result.current.leads).toHaveLength(50));
  await act(async () => void await result.current.more?.());
  await waitFor(() => expect(result.current.leads).toHaveLength(100));
  now = 'after';
  await act(renewLeads);
  expect(new Set(result.current.leads.map(({ subject }) => subject))).toEqual(new Set(['after']));
  expect(result.current.leads.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, at) => `l${at}`));
  expect(result.current.more).toBeDefined();
});
