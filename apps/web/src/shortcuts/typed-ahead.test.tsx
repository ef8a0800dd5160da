import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { useEffect, useRef, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Keyboard, useShortcut } from './index.ts';

afterEach(cleanup);

let strayed: string[] = [];

/** A page whose N opens something that takes its time. */
function SomePage({ ready }: { readonly ready: boolean }) {
  const [open, setOpen] = useState(false);
  useShortcut({ keys: 'n', label: 'New', group: 'page', opens: true, run: () => setOpen(true) });
  useShortcut({ keys: 'e', label: 'Edit', group: 'page', run: () => strayed.push('e') });
  useShortcut({ keys: 'escape', label: 'Close', group: 'page', run: () => strayed.push('escape') });
  return <>{open && ready && <Name />}</>;
}

function Name() {
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return <><input ref={field} aria-label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} /><output>{name}</output></>;
}

const type = (...keys: string[]) => keys.forEach((key) => fireEvent.keyDown(document.activeElement ?? document.body, { key }));
const house = (ready: boolean) => <><Keyboard /><SomePage ready={ready} /></>;

it('hands what was typed ahead to the field that opens, and lets none of it be a key of the page', () => {
  strayed = [];
  const { rerender, getByRole } = render(house(false));
  type('e', 'n', 'P', 'e', 'p', 'x', 'Backspace', 'e');
  expect(strayed).toEqual(['e']);
  act(() => rerender(house(true)));
  expect(getByRole('textbox')).toHaveProperty('value', 'Pepe');
  expect(getByRole('status').textContent).toBe('Pepe');
});

it('gives up what was typed when another key says so, and then hears the page again', () => {
  strayed = [];
  const { rerender, getByRole } = render(house(false));
  type('n', 'P', 'Escape', 'e');
  expect(strayed).toEqual(['escape', 'e']);
  act(() => rerender(house(true)));
  expect(getByRole('textbox')).toHaveProperty('value', '');
});
