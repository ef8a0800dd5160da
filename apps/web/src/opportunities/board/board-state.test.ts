import { expect, it } from 'vitest';
import { type Card, type Column, columnsOf, moved, outdated, placeOf } from './board-state.ts';

const money = (amount: string) => ({ __typename: 'Money' as const, amount, currency: 'EUR' });
const card = (id: string, stage: string, amount = '10.05'): Card => ({
  __typename: 'Opportunity', id, stage, version: 1, title: id, stageSince: '2026-01-01T00:00:00Z', status: 'OPEN', customerId: 'c', customerName: 'C', amount: money(amount),
  companyAmount: money(amount), expectedCloseOn: null, isStale: false, owner: null, nextActivityAt: null, viewerCanUpdate: true,
});
const column = (stage: string, cards: readonly Card[], next: string | null = null): Column =>
  ({ stage, count: cards.length, amount: money((10.05 * cards.length).toFixed(2)), weighted: money('0.00'), cards, next });
const board = [column('one', ['a', 'b', 'c'].map((id) => card(id, 'one'))), column('two', [card('d', 'two')])];
const ids = (columns: readonly Column[]) => columns.map(({ cards }) => cards.map(({ id }) => id).join('')).join('|');
const probabilities = new Map([['one', 10], ['two', 50]]);

it('puts a card where it is dropped, and counts and sums follow to the cent', () => {
  const after = moved(board, 'b', { stage: 'two', index: 1 }, probabilities);
  expect(ids(after)).toBe('ac|db');
  expect(after.map(({ count, amount, weighted }) => [count, amount?.amount, weighted?.amount])).toEqual([[2, '20.10', '-1.01'], [2, '20.10', '5.03']]);
  expect(after[1]?.cards[1]?.stage).toBe('two');
  expect(ids(moved(after, 'b', { stage: 'one', index: 1 }, probabilities))).toBe('abc|d');
  expect(moved(moved(board, 'b', { stage: 'two', index: 0 }, probabilities), 'b', { stage: 'one', index: 1 }, probabilities)).toEqual(board);
});

it('ranks within a column without counting twice', () => {
  const after = moved(board, 'a', { stage: 'one', index: 2 }, probabilities);
  expect(ids(after)).toBe('bca|d');
  expect(after[0]?.count).toBe(3);
  expect(moved(board, 'nobody', { stage: 'one', index: 0 }, probabilities)).toBe(board);
  expect(placeOf(board, 'd')).toEqual({ stage: 'two', index: 0 });
});

it('keeps what was loaded further down when the top is read again', () => {
  const loaded = (cards: readonly string[], more: boolean) => ({
    __typename: 'OpportunityColumn' as const, stage: 'one', count: 5, amount: null, weightedAmount: null,
    cards: { __typename: 'OpportunityConnection' as const, pageInfo: { __typename: 'PageInfo' as const, hasNextPage: more, endCursor: 'z' }, edges: cards.map((id) => ({ __typename: 'OpportunityEdge' as const, node: card(id, 'one') })) },
  });
  const before = [column('one', ['a', 'b', 'c', 'd', 'e'].map((id) => card(id, 'one')), 'end')];
  expect(columnsOf([loaded(['d', 'a', 'b'], true)], before).map((each) => [ids([each]), each.next])).toEqual([['dabce', 'end']]);
  expect(columnsOf([loaded(['x', 'y'], true)], before).map((each) => [ids([each]), each.next])).toEqual([['xy', 'z']]);
  expect(columnsOf([loaded(['a'], false)], before).map((each) => [ids([each]), each.next])).toEqual([['a', null]]);
});

it('lets go of cards further down that others moved or closed, and knows which stand otherwise than shown', () => {
  const loaded = [{ __typename: 'OpportunityColumn' as const, stage: 'one', count: 4, amount: money('1.00'), weightedAmount: money('0.00'), cards: {
    __typename: 'OpportunityConnection' as const, pageInfo: { __typename: 'PageInfo' as const, hasNextPage: true, endCursor: 'x' }, edges: [{ __typename: 'OpportunityEdge' as const, node: card('a', 'one') }] } }];
  const heard = new Map([['b', { stage: 'two', status: 'OPEN' as const, version: 2 }], ['c', { stage: 'one', status: 'LOST' as const, version: 2 }], ['d', { stage: 'one', status: 'OPEN' as const, version: 3 }]]);
  const after = columnsOf(loaded as never, [column('one', ['a', 'b', 'c', 'd', 'e'].map((id) => card(id, 'one')), 'further')], heard);
  expect(ids(after)).toBe('ade');
  expect(outdated(after, heard)).toEqual(['d']);
});
