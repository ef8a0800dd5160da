import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import type { TimelineKind } from './timeline-kinds.ts';
import { type TimelinePage, useTimeline } from './use-timeline.ts';

const page = (name: string, from: number, more = true) => ({
  __typename: 'TimelineConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: more, endCursor: `${name}${from}` },
  edges: [{ __typename: 'TimelineEdge', cursor: `${name}${from}`, node: {
    __typename: 'TimelineEvent', id: `${name}-${from}`, type: name, occurredAt: `2026-01-0${9 - from}T00:00:00Z`, recordedAt: '', channel: 'WEB', origin: null, payload: {}, personal: null,
    actor: { __typename: 'Actor', id: null, name: null, kind: 'SYSTEM' }, activity: null, order: null, opportunity: null,
  } }],
});

/** Questions that wait for their answer, the oldest first. */
let waiting: { readonly variables: Record<string, unknown>; readonly answer: (of: object | undefined) => void }[];
beforeEach(() => { waiting = []; });

function opened(first = page('all', 1) as unknown as TimelinePage) {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new ApolloLink(({ variables }) => new Observable((observer) => {
      waiting.push({ variables, answer: (timeline) => {
        if (!timeline) return observer.error(new Error('no line'));
        observer.next({ data: { customer: { __typename: 'Customer', id: 'c1', timeline } } });
        return observer.complete();
      } });
    })),
  });
  return renderHook(({ kind }: { kind: TimelineKind }) => useTimeline('c1', first, kind), {
    initialProps: { kind: 'all' as TimelineKind }, wrapper: ({ children }: { children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
}
const answer = async (of: object | undefined) => act(async () => { waiting.shift()!.answer(of); await Promise.resolve(); });

it('takes no older page of a filter that is no more chosen', async () => {
  const { result, rerender } = opened();
  rerender({ kind: 'orders' });
  await waitFor(() => expect(waiting).toHaveLength(1));
  await answer(page('orders', 1));
  await waitFor(() => expect(result.current.events.map(({ id }) => id)).toEqual(['orders-1']));
  act(() => void result.current.more());
  await waitFor(() => expect(waiting).toHaveLength(1));
  rerender({ kind: 'all' });
  await answer(page('orders', 2));
  expect(result.current.events.map(({ id }) => id)).toEqual(['all-1']);
  act(() => void result.current.more());
  await waitFor(() => expect(waiting).toHaveLength(1));
  expect(waiting[0]!.variables['after']).toBe('all1');
});

it('asks again for what could not be read, also for the first page', async () => {
  const { result, rerender } = opened();
  rerender({ kind: 'orders' });
  await waitFor(() => expect(waiting).toHaveLength(1));
  await answer(undefined);
  await waitFor(() => expect([result.current.failed, result.current.ready]).toEqual([true, false]));
  act(() => void result.current.retry());
  await waitFor(() => expect(waiting).toHaveLength(1));
  await answer(page('orders', 1, false));
  await waitFor(() => expect([result.current.failed, result.current.events.map(({ id }) => id)]).toEqual([false, ['orders-1']]));
});

it('keeps every event once however far one scrolls, stops where memory ends and goes on from there, and back', async () => {
  const many = (from: number, count: number) => {
    const edges = Array.from({ length: count }, (_, at) => {
      const { node } = page('all', 1).edges[0]!;
      return { __typename: 'TimelineEdge', cursor: '', node: { ...node, id: `e${from + at}`, occurredAt: new Date(Date.UTC(2026, 0, 1) - (from + at) * 60_000).toISOString() } };
    });
    return { ...page('all', 1), pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: `to${from + count}` }, edges };
  };
  const { result } = opened(many(0, 40) as unknown as TimelinePage);
  const more = async (from: number, count = 40) => {
    act(() => void result.current.more());
    await waitFor(() => expect(waiting).toHaveLength(1));
    expect(waiting[0]!.variables['after']).toBe(`to${from}`);
    await answer(many(from, count));
  };
  for (let from = 40; from < 1000; from += 40) {
    await more(from);
    await waitFor(() => expect(result.current.events).toHaveLength(from + 40));
  }
  expect(result.current.events.map(({ id }) => id)).toEqual(Array.from({ length: 1000 }, (_, at) => `e${at}`));
  expect([result.current.hasMore, result.current.hasOlder, result.current.loadLatest]).toEqual([false, true, undefined]);
  await more(1000);
  await waitFor(() => expect(result.current.events.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, at) => `e${1000 + at}`)));
  await more(1040);
  await waitFor(() => expect(result.current.events).toHaveLength(80));
  act(() => result.current.loadLatest?.());
  expect([result.current.events.length, result.current.events[0]?.id, result.current.hasMore]).toEqual([40, 'e0', true]);
});
