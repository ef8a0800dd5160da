import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable, type TypedDocumentNode } from '@apollo/client';
import { ApolloProvider, skipToken, useQuery } from '@apollo/client/react';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { shownOf } from './shown-of.ts';

const document: TypedDocumentNode<{ readonly count: number }, { of: string }> = gql`query Count($of: String!) { count(of: $of) }`;
const counts: Record<string, number> = { leads: 7, orders: 40 };

it('shows the last answer while another is under way and where nothing is asked, but never in place of one that failed', async () => {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables }) => new Observable((observer) => {
      const count = counts[variables['of'] as string];
      setTimeout(() => {
        if (count === undefined) return observer.error(new Error('down'));
        observer.next({ data: { count } });
        return observer.complete();
      }, 20);
    })),
  });
  const { result, rerender } = renderHook(({ of }: { of: string | undefined }) => {
    const question = useQuery(document, of ? { variables: { of } } : skipToken);
    return { shown: shownOf(question)?.count, ...question };
  }, { initialProps: { of: 'leads' as string | undefined }, wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider> });
  await waitFor(() => expect(result.current.shown).toBe(7));
  rerender({ of: 'orders' });
  expect([result.current.loading, result.current.shown]).toEqual([true, 7]);
  await waitFor(() => expect(result.current.shown).toBe(40));
  rerender({ of: undefined });
  expect(result.current.shown).toBe(40);
  rerender({ of: 'nothing' });
  await waitFor(() => expect(result.current.error).toBeDefined());
  expect([result.current.shown, result.current.previousData?.count]).toEqual([undefined, 40]);
});
