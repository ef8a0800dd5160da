import { DesignProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SeenList } from './seen-list.tsx';

const named: Record<string, string> = { c1: 'Erased person 4F21AB', c2: 'Bodegas Sol' };

it('calls everybody as he is called now, and leaves out whom one may see no more', async () => {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables }) => new Observable((observer) => {
      const id = variables['id'] as string;
      observer.next({ data: { __typename: 'Query', customer: named[id] ? { __typename: 'Customer', id, name: named[id] } : null } });
      observer.complete();
    })),
  });
  const seen = ['c1', 'c2', 'c3'].map((id) => ({ id, kind: 'PERSON' }) as const);
  const routeTree = createRootRoute({ component: () => <SeenList seen={seen} />, notFoundComponent: () => null });
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  render(<ApolloProvider client={client}><DesignProvider still><RouterProvider router={router as never} /></DesignProvider></ApolloProvider>);
  expect((await screen.findAllByRole('link')).map(({ textContent }) => textContent)).toEqual(['Erased person 4F21AB', 'Bodegas Sol']);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});
