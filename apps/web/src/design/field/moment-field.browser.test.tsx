import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../../../test/show.tsx';
import { MomentField } from './moment-field.tsx';

let told = '2026-12-24T09:00';
function Host() {
  const [moment, setMoment] = useState(told);
  const tell = (next: string) => {
    told = next;
    setMoment(next);
  };
  return <main><MomentField label="Due" value={moment} onChange={tell} /><button type="button">Other</button></main>;
}

it('tells a time as soon as it is one, without being left, and goes back to it from what is none', async () => {
  await show(<Host />);
  const time = page.getByRole('textbox', { name: 'Due, time' }).or(page.getByPlaceholder('09:00'));
  await time.click();
  await userEvent.keyboard('{Control>}a{/Control}16:3');
  expect(told).toBe('2026-12-24T09:00');
  await userEvent.keyboard('0');
  expect(told).toBe('2026-12-24T16:30');
  await expect.element(time).toHaveValue('16:30');
  await userEvent.keyboard('{Control>}a{/Control}99:99');
  await page.getByRole('button', { name: 'Other' }).click();
  await expect.element(time).toHaveValue('16:30');
  await time.click();
  await userEvent.keyboard('{Control>}a{/Control}9.05');
  await page.getByRole('button', { name: 'Other' }).click();
  await expect.element(time).toHaveValue('09:05');
  expect(told).toBe('2026-12-24T09:05');
});
