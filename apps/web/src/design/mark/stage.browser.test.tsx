import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '../../../test/show.tsx';
import { StageChip } from './stage.tsx';

it('shows that a long name goes on, and the whole of it to the pointer', async () => {
  await show(<div style={{ display: 'flex', width: 120 }}><StageChip color="violet" name="Renovación y crecimiento" /></div>);
  const name = page.getByText('Renovación y crecimiento').element() as HTMLElement;
  await expect.poll(() => name.scrollWidth > name.clientWidth).toBe(true);
  expect(getComputedStyle(name).textOverflow).toBe('ellipsis');
  expect(name.getBoundingClientRect().right).toBeLessThan(name.parentElement!.getBoundingClientRect().right);
  expect(name.closest('[title]')?.getAttribute('title')).toBe('Renovación y crecimiento');
});
