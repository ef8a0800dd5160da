import { type Me, SessionProvider } from '#access';
import type { ProductDetailsFragment } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useProductForm } from './use-product-form.ts';

const euros = (amount: string) => ({ __typename: 'Money', amount, currency: 'EUR' }) as const;
const rioja: ProductDetailsFragment = {
  __typename: 'Product', id: 'p1', code: 'RJ', name: 'Rioja', unit: 'box', active: true, version: 3, updatedAt: '', category: null, listPrice: euros('10'), cost: euros('6'),
};

/** As it stands on the server, and what was asked of it. */
let stands: ProductDetailsFragment;
let asked: Record<string, unknown>[];
beforeEach(() => {
  stands = { ...rioja, listPrice: euros('12'), version: 4 };
  asked = [];
  sessionStorage.clear();
  // The lists that are asked anew stand on no page here.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

function opened() {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables, operationName }) => new Observable((observer) => {
      const { id: _, ...what } = variables['input'] as Record<string, unknown>;
      asked.push(what);
      const stale = what['expectedVersion'] !== stands.version;
      if (!stale) stands = { ...stands, version: stands.version + 1 };
      const refusal = stale ? { __typename: 'Refusal', code: 'STALE_VERSION', field: null, details: { by: 'Elena' } } : null;
      observer.next({ data: { __typename: 'Mutation', [operationName![0]!.toLowerCase() + operationName!.slice(1)]: { __typename: 'ProductResult', product: stands, refusal } } });
      observer.complete();
    })),
  });
  return renderHook(() => useProductForm(rioja, { currency: 'EUR', costs: true }), {
    wrapper: ({ children }: { children: ReactNode }) => <SessionProvider me={{ id: 'ana' } as Me}><ApolloProvider client={client}>{children}</ApolloProvider></SessionProvider>,
  }).result;
}

it('is not saved over what a colleague changed until that is said, and then with what one changed oneself alone', async () => {
  const form = opened();
  act(() => form.current.set({ name: 'Rioja tinto' }));
  for (let time = 0; time < 2; time++) expect(await act(() => form.current.save())).toBeUndefined();
  expect(form.current.problem?.theirs).toMatchObject({ listPrice: { amount: '12' }, version: 4 });
  expect(await act(() => form.current.problem!.insist!())).toMatchObject({ version: 5 });
  expect(asked).toEqual([3, 3, 4].map((expectedVersion) => ({ expectedVersion, name: 'Rioja tinto' })));
});

it('begins anew from what a colleague left, and what was half written is not brought back over it', async () => {
  const form = opened();
  act(() => form.current.set({ name: 'Rioja tinto' }));
  await act(() => form.current.save());
  act(() => form.current.take(form.current.problem!.theirs!));
  expect([form.current.draft, form.current.problem, form.current.dirty, sessionStorage.length]).toMatchObject([{ name: 'Rioja', listPrice: '12' }, undefined, false, 0]);
  act(() => form.current.set({ unit: '' }));
  await act(() => form.current.save());
  expect(asked.at(-1)).toEqual({ expectedVersion: 4, unit: null });
});

it('sends an amount with its currency, and another currency with every amount', async () => {
  const form = opened();
  act(() => form.current.set({ cost: '7' }));
  await act(() => form.current.save());
  act(() => form.current.set({ currency: 'USD', cost: '6' }));
  expect(form.current.problem).toBeUndefined();
  await act(() => form.current.save());
  expect(asked).toEqual([{ expectedVersion: 3, currency: 'EUR', cost: '7' }, { expectedVersion: 3, currency: 'USD', listPrice: '10', cost: '6' }]);
});

it('is taken off sale over what a colleague changed only when that is said', async () => {
  const form = opened();
  expect(await act(() => form.current.offer('p1', false, form.current.basis!.version))).toBeUndefined();
  expect(await act(() => form.current.problem!.insist!())).toMatchObject({ version: 5 });
  expect(asked).toEqual([{ expectedVersion: 3 }, { expectedVersion: 4 }]);
});
