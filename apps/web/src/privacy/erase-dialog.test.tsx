import { DesignProvider } from '#design';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { EraseDialog } from './erase-dialog.tsx';
import type { Kept } from './kept-kinds.tsx';

it('leaves nothing that was half written about who was erased', async () => {
  localStorage.setItem('orbita-draft-ana-c1', '{"text":"Lola asked"}');
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(() => new Observable((observer) => {
      observer.next({ data: { __typename: 'Mutation', eraseCustomer: { __typename: 'EraseResult', customer: { __typename: 'Customer', id: 'c1', name: 'Erased person C1', erasedAt: '' }, refusal: null } } });
      observer.complete();
    })),
  });
  const kept = { customerId: 'c1', contactId: null, name: 'Lola', lawKeepsUntil: null, open: { orders: 0, opportunities: 0, leads: 0, tasks: 0 } } as Kept;
  const onErased = vi.fn();
  const routeTree = createRootRoute({ component: () => <EraseDialog kept={kept} onErased={onErased} onClose={() => {}} />, notFoundComponent: () => null });
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  render(<ApolloProvider client={client}><DesignProvider still><RouterProvider router={router as never} /></DesignProvider></ApolloProvider>);
  await userEvent.type(await screen.findByRole('textbox', { name: /Lola/ }), 'Lola');
  await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
  await vi.waitFor(() => expect(onErased).toHaveBeenCalled());
  expect(localStorage.getItem('orbita-draft-ana-c1')).toBeNull();
});
