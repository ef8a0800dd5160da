import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import { type ReactNode, useCallback, useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { Card, Column } from './board-state.ts';
import { useMoveOpportunity } from './use-move-opportunity.ts';

const card = { __typename: 'Opportunity', id: 'o', version: 1, title: 'Ovens', stage: 'one', status: 'OPEN', companyAmount: null } as unknown as Card;
const column = (stage: string, cards: readonly Card[]): Column => ({ stage, count: cards.length, amount: null, weighted: null, cards, next: null });
const begin = [column('one', [card]), column('two', []), column('three', [])];

/** A server that knows one card, and refuses who does not know its version, or wants a stage that is shut. */
function setUp(shut?: string) {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let version = 1;
  const asked: { readonly to: string; readonly expectedVersion: number }[] = [];
  const link = new ApolloLink(({ variables }) => new Observable((observer) => {
    const { to, expectedVersion } = (variables as { input: (typeof asked)[number] }).input;
    asked.push({ to, expectedVersion });
    setTimeout(() => {
      const code = to === shut ? 'FORBIDDEN' : expectedVersion === version ? null : 'STALE_VERSION';
      if (code === null) version += 1;
      const refusal = code && { __typename: 'Refusal', code, field: null, details: null };
      observer.next({ data: { __typename: 'Mutation', moveOpportunity: { __typename: 'OpportunityResult', refusal, opportunity: code ? null : { ...card, stage: to, version } } } });
      observer.complete();
    }, 5);
  }));
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const [hold, release] = [vi.fn(), vi.fn()];
  const hook = renderHook(() => {
    const [columns, setColumns] = useState<readonly Column[]>(begin);
    const change = useCallback((next: (all: readonly Column[]) => readonly Column[]) => setColumns(next), []);
    return { columns, ...useMoveOpportunity({ columns, change, hold, release, stageName: String, probabilities: new Map() }) };
  }, { wrapper: ({ children }: { readonly children: ReactNode }) => <ApolloProvider client={client}>{children}</ApolloProvider> });
  const stands = () => hook.result.current.columns.find(({ cards }) => cards.length > 0)?.stage;
  return { hook, asked, stands, hold, release };
}

it('moves a card that is moved again before the server has answered, each time by the version of the time before', async () => {
  const { hook, asked, stands, hold, release } = setUp();
  await act(async () => {
    const first = hook.result.current.move('o', { stage: 'two', index: 0 });
    const second = hook.result.current.move('o', { stage: 'three', index: 0 });
    expect(release).not.toHaveBeenCalled();
    expect(await Promise.all([first, second])).toEqual([true, true]);
  });
  expect(asked).toEqual([{ to: 'two', expectedVersion: 1 }, { to: 'three', expectedVersion: 2 }]);
  expect(stands()).toBe('three');
  expect(release).toHaveBeenCalledTimes(hold.mock.calls.length);
});

it('takes a card back to where it stood when the first of two moves is refused, and asks no more', async () => {
  const { hook, asked, stands } = setUp('two');
  await act(async () => {
    const first = hook.result.current.move('o', { stage: 'two', index: 0 });
    const second = hook.result.current.move('o', { stage: 'three', index: 0 });
    expect(await Promise.all([first, second])).toEqual([false, false]);
  });
  expect(asked.map(({ to }) => to)).toEqual(['two']);
  expect(stands()).toBe('one');
});
