import { afterEach, expect, it, vi } from 'vitest';
import { show } from '../../../test/show.tsx';
import { NearEnd } from './index.ts';

afterEach(() => void vi.unstubAllGlobals());

it('asks for more when the end is in sight', async () => {
  const more = vi.fn();
  await show(<NearEnd onNear={more} />);
  await vi.waitFor(() => expect(more).toHaveBeenCalledOnce());
});

it('asks for nothing while the end is far away', async () => {
  const more = vi.fn();
  await show(<><div style={{ height: 20_000 }} /><NearEnd onNear={more} /></>);
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  expect(more).not.toHaveBeenCalled();
});

it('goes by the last of several moments that a busy browser tells of at once', async () => {
  let tell: (moments: readonly { readonly isIntersecting: boolean }[]) => void = () => expect.fail('nothing is watched');
  vi.stubGlobal('IntersectionObserver', class {
    constructor(told: typeof tell) { tell = told; }
    observe() {}
    disconnect() {}
  });
  const more = vi.fn();
  await show(<NearEnd onNear={more} />);
  tell([{ isIntersecting: true }, { isIntersecting: false }]);
  expect(more).not.toHaveBeenCalled();
  tell([{ isIntersecting: false }, { isIntersecting: true }]);
  expect(more).toHaveBeenCalledOnce();
});
