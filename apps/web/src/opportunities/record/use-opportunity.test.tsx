import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { type OpportunityRecord, useOpportunityActs } from './use-opportunity.ts';

it('what is decided after an edit knows the version that the edit left, also while an older reading is still shown', async () => {
  // Of the answer only the version matters here.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(() => new Observable((observer) => {
      observer.next({ data: { __typename: 'Mutation', updateOpportunity: { __typename: 'OpportunityResult', opportunity: { __typename: 'Opportunity', id: 'o1', version: 4 }, refusal: null } } });
      observer.complete();
    })),
  });
  const shown = { id: 'o1', version: 3 } as OpportunityRecord;
  const { result } = renderHook(() => useOpportunityActs(shown, false, () => {}, undefined), {
    wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  let known = 0;
  await act(async () => {
    const edited = result.current.update({ title: 'x' });
    await result.current.inTurn(async (expectedVersion) => { known = expectedVersion; });
    await edited;
  });
  expect(known).toBe(4);
});

it('what is done to one shown from memory waits for the version that others have left', async () => {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
  const { result, rerender } = renderHook(
    ({ version, renewing }) => useOpportunityActs({ id: 'o1', version } as OpportunityRecord, renewing, () => {}, undefined),
    { initialProps: { version: 3, renewing: true }, wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider> },
  );
  let known = 0;
  const done = result.current.inTurn(async (expectedVersion) => { known = expectedVersion; });
  await Promise.resolve();
  expect(known).toBe(0);
  rerender({ version: 7, renewing: false });
  await done;
  expect(known).toBe(7);
});
