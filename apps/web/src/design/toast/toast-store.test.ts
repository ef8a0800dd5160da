import { renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { dismissToast, settleToasts, showToast, takeBack, useToasts } from './toast-store.ts';

const shown = () => renderHook(() => useToasts()).result.current;
const said = (text: string) => {
  const told = { undo: vi.fn(), unlessUndone: vi.fn(async () => {}) };
  showToast(text, told);
  return told;
};

it('does once what nobody took back: when it goes, when others push it out, when somebody leaves', async () => {
  const [first, second] = [said('first'), said('second')];
  dismissToast(shown()[0]!.id);
  expect([first.unlessUndone, second.unlessUndone].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  for (const text of ['a', 'b', 'c']) showToast(text);
  expect(second.unlessUndone).toHaveBeenCalledTimes(1);
  const third = said('third');
  await settleToasts();
  await settleToasts();
  expect([first, second, third].map(({ unlessUndone, undo }) => [unlessUndone.mock.calls.length, undo.mock.calls.length])).toEqual([[1, 0], [1, 0], [1, 0]]);
  expect(shown().map(({ text }) => text)).toEqual(['b', 'c']);
});

it('taken back it is never done', async () => {
  const told = said('ended');
  takeBack(shown().at(-1)!);
  await settleToasts();
  expect([told.undo.mock.calls.length, told.unlessUndone.mock.calls.length]).toEqual([1, 0]);
});
