import { ApolloClient, ApolloLink, gql, Observable, type TypedDocumentNode } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { createCache } from '../cache.ts';
import { usePagedConnection } from './use-paged-connection.ts';

interface Row { readonly __typename: 'Customer'; readonly id: string; readonly name: string }
interface Data { readonly customers: { readonly totalCount: number; readonly nodes: readonly Row[] } }

const document: TypedDocumentNode<Data, { search: string; first: number; offset: number }> = gql`
  query Customers($search: String, $first: Int, $offset: Int) {
    customers(search: $search, first: $first, offset: $offset) { totalCount nodes { id name } }
  }
`;
const pageOf = ({ customers }: Data) => ({ rows: customers.nodes, total: customers.totalCount });

/** Offsets that cannot be read for now. */
const broken = new Set<number>();
const server = new ApolloLink(({ variables }) => new Observable((observer) => {
  const { first, offset, search } = variables as { first: number; offset: number; search: string };
  if (broken.has(offset)) return observer.error(new Error('down'));
  const nodes = Array.from({ length: first }, (_, index) =>
    ({ __typename: 'Customer', id: `${search}${offset + index}`, name: `${search} ${offset + index}` }));
  observer.next({ data: { customers: { __typename: 'CustomerConnection', totalCount: 5000, nodes } } });
  return observer.complete();
}));

function setUp() {
  const client = new ApolloClient({ cache: createCache(), link: server });
  const wrapper = ({ children }: { readonly children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>;
  const hook = renderHook(
    ({ search }) => usePagedConnection({ document, variables: { search }, field: 'customers', pageOf }),
    { wrapper, initialProps: { search: 'a' } },
  );
  return { client, ...hook };
}

it('never keeps more than a window, in the hook nor in the cache', async () => {
  const { client, result } = setUp();
  await waitFor(() => expect(result.current.total).toBe(5000));
  for (let first = 0; first < 5000; first += 100) await act(async () => result.current.onRange(first, first + 40));
  await waitFor(() => expect(result.current.rowAt(4940)?.name).toBe('a 4940'));
  expect(result.current.rowAt(0)).toBeUndefined();
  const stored = client.cache.extract() as Record<string, object>;
  expect(Object.keys(stored['ROOT_QUERY'] ?? {}).filter((key) => key.startsWith('customers')).length).toBeLessThanOrEqual(8);
  expect(Object.keys(stored).length).toBeLessThan(900);
});

it('follows what a mutation changes in the cache', async () => {
  const { client, result } = setUp();
  await waitFor(() => expect(result.current.rowAt(3)?.name).toBe('a 3'));
  act(() => void client.cache.modify({ id: 'Customer:a3', fields: { name: () => 'Nubia' } }));
  await waitFor(() => expect(result.current.rowAt(3)?.name).toBe('Nubia'));
});

it('answers another question with its own rows', async () => {
  const { result, rerender } = setUp();
  await waitFor(() => expect(result.current.rowAt(3)?.name).toBe('a 3'));
  rerender({ search: 'b' });
  await waitFor(() => expect(result.current.rowAt(3)?.name).toBe('b 3'));
  expect(result.current.stale).toBe(false);
});

it('tells of a later page that could not be read, and reads it when it is asked again', async () => {
  broken.add(100);
  const { result } = setUp();
  await waitFor(() => expect(result.current.rowAt(3)?.name).toBe('a 3'));
  act(() => result.current.onRange(90, 130));
  await waitFor(() => expect(result.current.error).toBeInstanceOf(Error));
  expect([result.current.failed, result.current.rowAt(3)?.name]).toEqual([false, 'a 3']);
  broken.clear();
  act(() => result.current.refetch());
  await waitFor(() => expect(result.current.rowAt(130)?.name).toBe('a 130'));
  expect(result.current.error).toBeUndefined();
});
