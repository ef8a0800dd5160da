import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSelection } from './use-selection.ts';

it('means nobody of another question: neither some nor all', () => {
  const { result, rerender } = renderHook(({ search }) => useSelection({ search }), { initialProps: { search: 'a' } });
  act(() => result.current.select(new Set(['1', '2'])));
  act(() => result.current.meanEverything());
  expect([[...result.current.ids], result.current.everything]).toEqual([['1', '2'], true]);
  rerender({ search: 'b' });
  expect([[...result.current.ids], result.current.everything]).toEqual([[], false]);
  act(() => result.current.toggle('3'));
  expect([...result.current.ids]).toEqual(['3']);
  rerender({ search: 'a' });
  expect([...result.current.ids]).toEqual([]);
});
