import { DesignProvider } from '#design';
import { DeleteCustomerDocument } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { takeBack, useToasts } from '../../design/toast/toast-store.ts';
import { CustomerMenu } from './customer-menu.tsx';
import type { Record } from './use-record.ts';

it('somebody deleted who is taken back stands in the list again, and that is said', async () => {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ query }) => new Observable((observer) => {
      const answer = { __typename: 'CustomerResult', customer: null, refusal: null };
      observer.next({ data: query === DeleteCustomerDocument ? { __typename: 'Mutation', deleteCustomer: answer } : { __typename: 'Mutation', restoreCustomer: answer } });
      observer.complete();
    })),
  });
  const customer = { id: 'c1', name: 'Eva Ruiz', viewerCanMerge: false, viewerCanSeePrivacy: false, viewerCanDelete: true, deletedAt: null } as Record;
  const routeTree = createRootRoute({ component: () => <CustomerMenu customer={customer} />, notFoundComponent: () => null });
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  render(<ApolloProvider client={client}><DesignProvider still><RouterProvider router={router as never} /></DesignProvider></ApolloProvider>);
  const { result } = renderHook(() => useToasts());
  fireEvent.click(await screen.findByRole('button'));
  fireEvent.click(await screen.findByText('Delete', { exact: false }));
  const evict = vi.spyOn(client.cache, 'evict');
  fireEvent.click((await screen.findAllByRole('button', { name: 'Delete' })).at(-1)!);
  await waitFor(() => expect(result.current.at(-1)?.text).toContain('Eva Ruiz'));
  evict.mockClear();
  act(() => takeBack(result.current.at(-1)!));
  await waitFor(() => expect(result.current.at(-1)?.text).toBe('Eva Ruiz is back.'));
  expect(evict).toHaveBeenCalledWith({ fieldName: 'customers' });
});
