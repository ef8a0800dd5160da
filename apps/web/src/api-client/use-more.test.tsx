import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useMore } from './use-more.ts';

it('knows when it is answered whether that is still asked, and what fails is answered by nothing', async () => {
  const told: boolean[] = [];
  let answer = () => {};
  const ask = vi.fn(async (isAsked: () => boolean) => {
    await new Promise<void>((resolve) => { answer = resolve; });
    told.push(isAsked());
    return 'page';
  });
  const { result, rerender } = renderHook(({ shelf }) => useMore({ shelf }, ask), { initialProps: { shelf: 'open' } });
  for (const shelf of ['open', 'all']) {
    const asked = result.current();
    rerender({ shelf });
    await act(async () => { answer(); await asked; });
  }
  expect(told).toEqual([true, false]);
  ask.mockImplementationOnce(() => Promise.reject(new Error('no line')));
  await act(async () => expect(await result.current()).toBeUndefined());
});
