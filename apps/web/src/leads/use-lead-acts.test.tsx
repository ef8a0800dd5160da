import { DisqualifyLeadDocument } from '#operations';
import { settleToasts } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { takeBack, useToasts } from '../design/toast/toast-store.ts';
import { useHeldDecisions } from './held-decisions.ts';
import { useLeadActs } from './use-lead-acts.ts';

function opened(refusal: object | null = null) {
  const sent: unknown[] = [];
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query, variables, getContext }) => new Observable((observer) => {
      sent.push([query === DisqualifyLeadDocument, variables['input'], getContext()['fetchOptions']]);
      observer.next({ data: { __typename: 'Mutation', disqualifyLead: { __typename: 'LeadResult', lead: null, refusal } } });
      observer.complete();
    })),
  });
  const { result } = renderHook(() => ({ acts: useLeadActs(), held: useHeldDecisions(), toasts: useToasts() }), {
    wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  return { result, sent };
}

const lead = { id: 'l1', version: 3, status: 'NEW' } as const;

it('a lead that is disqualified stands so at once and is sent only when it can be taken back no more, also by a page that closes', async () => {
  const { result, sent } = opened();
  act(() => expect(result.current.acts.disqualify(lead, 'SPAM', undefined)).toBeUndefined());
  expect([result.current.held.get('l1')?.status, sent]).toEqual(['DISQUALIFIED', []]);
  act(() => takeBack(result.current.toasts.at(-1)!));
  await act(settleToasts);
  expect([result.current.held.size, sent]).toEqual([0, []]);

  act(() => void result.current.acts.disqualify(lead, 'SPAM', undefined));
  await act(settleToasts);
  expect([result.current.held.size, sent]).toEqual([0, [[true, { id: 'l1', expectedVersion: 3, reason: 'SPAM', note: undefined }, { keepalive: true }]]]);
});

it('what is wrong is said at the form and not held; what the server refuses is told, and the lead stands as it stood', async () => {
  const { result, sent } = opened({ __typename: 'Refusal', code: 'STALE_VERSION', field: null, message: 'Somebody changed it', details: {} });
  act(() => expect(result.current.acts.disqualify(lead, 'OTHER', undefined)).toMatchObject({ field: 'note' }));
  act(() => expect(result.current.acts.recycle(lead, '2020-01-01T00:00:00Z')).toMatchObject({ field: 'until' }));
  expect([result.current.held.size, sent]).toEqual([0, []]);
  act(() => void result.current.acts.disqualify(lead, 'SPAM', undefined));
  await act(settleToasts);
  expect(result.current.held.size).toBe(0);
  expect(result.current.toasts.at(-1)).toMatchObject({ tone: 'bad' });
});
