import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useToasts } from '../design/toast/toast-store.ts';
import { useViews, type View } from './use-views.ts';

const view = { id: 'v1', version: 1, name: 'Mine', room: 'customers', search: {}, shared: false, ownerId: 'ana', viewerCanUpdate: true } as unknown as View;

it('says that the connection was lost, whatever was to be done with a view', async () => {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new ApolloLink(() => new Observable((observer) => observer.error(new Error('lost')))) });
  const { result } = renderHook(() => ({ views: useViews('customers'), toasts: useToasts() }), {
    wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  const text = 'The server did not answer. Try again in a moment.';
  expect(await act(() => result.current.views.save('New', {}))).toBe(text);
  await act(() => result.current.views.change(view, { search: {} }).then(result.current.views.said));
  await act(() => result.current.views.share(view));
  await act(() => result.current.views.discard(view));
  expect(result.current.toasts.map(({ text: said, tone }) => [said, tone])).toEqual(Array(3).fill([text, 'bad']));
});
