import { fireEvent, render } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { Keyboard, useShortcut } from './index.ts';

let heard: string[];
beforeEach(() => { heard = []; });

function Page() {
  useShortcut({ keys: 'mod+enter', label: 'Save', group: 'page', inDialog: true, run: () => heard.push('save') });
  useShortcut({ keys: 'j', label: 'Next', group: 'list', run: () => heard.push('next') });
  return null;
}
const press = (init: KeyboardEventInit) => fireEvent.keyDown(document.body, init);

it('saves once while the stroke is held, and goes on down a list', () => {
  render(<><Keyboard /><Page /></>);
  press({ key: 'Enter', ctrlKey: true });
  // Nor does it reach what would send the form.
  expect(press({ key: 'Enter', ctrlKey: true, repeat: true })).toBe(false);
  press({ key: 'j' });
  press({ key: 'j', repeat: true });
  expect(heard).toEqual(['save', 'next', 'next']);
});

it('hears behind a dialog only what is for it, wherever the focus is', () => {
  const { rerender } = render(<><Keyboard /><Page /><div role="dialog" aria-modal="true" /></>);
  press({ key: 'j' });
  press({ key: 'Enter', ctrlKey: true });
  expect(heard).toEqual(['save']);
  rerender(<><Keyboard /><Page /></>);
  press({ key: 'j' });
  expect(heard).toEqual(['save', 'next']);
});

it('sends nothing, by key or by button, while something stands typed that cannot be read', () => {
  const sent: string[] = [];
  const form = (unread: true | undefined) => (
    <>
      <Keyboard /><Page />
      <form onSubmit={(event) => { event.preventDefault(); sent.push('form'); }}><input data-unread={unread} onBlur={() => sent.push('left')} /><button type="submit">Save</button></form>
    </>
  );
  const { getByRole, rerender } = render(form(true));
  const field = getByRole('textbox');
  fireEvent.click(getByRole('button'));
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect([heard, sent, document.activeElement]).toEqual([[], ['left', 'left'], field]);
  rerender(form(undefined));
  fireEvent.click(getByRole('button'));
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect([heard, sent]).toEqual([['save'], ['left', 'left', 'form']]);
});
