import { useState } from 'react';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '../../../test/show.tsx';
import { SelectField } from './fields.tsx';

function WhoTakesOver() {
  const [who, setWho] = useState<string | null>('Nobody');
  return <SelectField aria-label="Who takes over" data={['Nobody', 'Ana', 'Luis']} value={who} onChange={setWho} />;
}

const drawn = () => Promise.resolve();
const timersAreOver = () => new Promise((resolve) => { setTimeout(resolve, 10); });

it('takes what is under the highlight, however soon after the list opened the keys came', async () => {
  await show(<WhoTakesOver />);
  const field = page.getByRole('combobox', { name: 'Who takes over' }).element() as HTMLInputElement;
  const press = async (code: string) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: code, code, bubbles: true, cancelable: true }));
    await drawn();
  };
  await press('Enter');
  await press('ArrowDown');
  await press('ArrowDown');
  expect(document.querySelector('[data-combobox-selected]')?.textContent).toBe('Ana');
  await timersAreOver();
  await press('Enter');
  await expect.poll(() => field.value).toBe('Ana');
});
