import { type Me, SessionProvider } from '#access';
import type { SegmentHeadFragment } from '#operations';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useSegmentForm } from './use-segment-form.ts';

const loyal = { fact: 'ordersCount', is: 'ge', value: 3 } as const;
const v1: SegmentHeadFragment = {
  __typename: 'Segment', id: 's1', name: 'Loyal', description: null, kind: 'RULE', rule: loyal, shared: true, ownerId: 'u1', ownerName: 'Ana', deletedAt: null,
  version: 1, updatedAt: '', viewerCanUpdate: true, viewerCanDelete: true,
};
const theirs: SegmentHeadFragment = { ...v1, rule: { ...loyal, value: 5 }, version: 2 };
const startOf = ({ name, rule }: SegmentHeadFragment) => ({ name, description: '', kind: 'RULE', rule: rule as typeof loyal }) as const;

/** As it stands on the server, and over which versions it was saved. */
let stands: SegmentHeadFragment;
let over: number[];
beforeEach(() => {
  sessionStorage.clear();
  stands = theirs;
  over = [];
  // Of the answer only its head matters here.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

function opened(first = v1) {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables }) => new Observable((observer) => {
      const { id: _, expectedVersion, ...what } = variables['input'] as { id: string; expectedVersion: number };
      over.push(expectedVersion);
      const stale = expectedVersion !== stands.version;
      if (!stale) stands = { ...stands, ...what, version: stands.version + 1 };
      observer.next({ data: { __typename: 'Mutation', updateSegment: { __typename: 'UpdateSegmentResult', segment: stands, refusal: stale ? { __typename: 'Refusal', code: 'STALE_VERSION', field: null, details: {} } : null } } });
      observer.complete();
    })),
  });
  return renderHook(({ saved }) => useSegmentForm(startOf(saved), saved), {
    initialProps: { saved: first },
    wrapper: ({ children }: { children: ReactNode }) => <SessionProvider me={{ id: 'ana' } as Me}><ApolloProvider client={client}>{children}</ApolloProvider></SessionProvider>,
  });
}

it('follows what others save until it is touched, and is saved over that', async () => {
  const { result, rerender } = opened();
  rerender({ saved: theirs });
  expect([result.current.rule, result.current.dirty]).toEqual([theirs.rule, false]);
  act(() => result.current.setName('Most loyal'));
  await act(() => result.current.save());
  expect([over, stands.name, stands.rule]).toEqual([[2], 'Most loyal', theirs.rule]);
  rerender({ saved: stands });
  expect([result.current.dirty, sessionStorage.length]).toEqual([false, 0]);
});

it.each([['a word', (form: ReturnType<typeof useSegmentForm>) => form.setName('Mine')], ['half a rule', (form: ReturnType<typeof useSegmentForm>) => form.setRule(undefined)]])('with %s written it is not saved over what came since, until that was seen', async (_, touch) => {
  const { result, rerender } = opened();
  act(() => touch(result.current));
  rerender({ saved: theirs });
  act(() => result.current.setRule({ ...loyal, value: 9 }));
  await act(() => result.current.save());
  expect([over, result.current.problem?.theirs?.version, stands.rule]).toEqual([[1], 2, theirs.rule]);
  await act(() => result.current.save(2));
  expect([over, (stands.rule as typeof loyal).value]).toEqual([[1, 2], 9]);
});

it('is saved over what leaves its words and its rule alone, such as that it is shared', async () => {
  const { result, rerender } = opened(theirs);
  act(() => result.current.setName('Mine'));
  stands = { ...theirs, shared: false, version: 3 };
  rerender({ saved: stands });
  await act(() => result.current.save());
  expect([over, stands]).toMatchObject([[3], { name: 'Mine', shared: false }]);
});

it('that is taken back to how it stands follows again', () => {
  const { result, rerender } = opened();
  act(() => result.current.setName('Mine'));
  act(() => result.current.setName('Loyal'));
  rerender({ saved: { ...theirs, name: 'Theirs' } });
  expect([result.current.name, result.current.dirty]).toEqual(['Theirs', false]);
});
