import { DesignProvider } from '#design';
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { PaletteBox } from './palette-box.tsx';
import type { PaletteItem } from './palette-items.ts';

const item = (label: string, section = 'Customers'): PaletteItem => ({ id: label, section, label, run: () => {} });

function opened() {
  const onChoose = vi.fn<(item: PaletteItem) => void>();
  const box = (busy: boolean, finds: readonly string[], commands: readonly string[] = []) => (
    <DesignProvider still>
      <PaletteBox text="vi" onText={() => {}} finds={finds.map((label) => item(label))} commands={commands.map((label) => item(label, 'Acts'))} onChoose={onChoose} note="" busy={busy} />
    </DesignProvider>
  );
  const { rerender } = render(box(false, []));
  return {
    onChoose, press: (key: string) => fireEvent.keyDown(screen.getByRole('combobox'), { key }),
    show: (...how: Parameters<typeof box>) => rerender(box(...how)),
    chosen: () => onChoose.mock.calls.map(([{ label }]) => label),
  };
}
const marked = () => screen.getByRole('option', { selected: true }).textContent;

it('takes with Enter no find of an earlier question: it waits, and takes the first of the answer', () => {
  const { press, show, chosen } = opened();
  show(true, ['Ana'], ['Sign out']);
  press('Enter');
  expect(chosen()).toEqual([]);
  show(false, ['Vitral', 'Vino'], ['Sign out']);
  expect(chosen()).toEqual(['Vitral']);
});

it('takes nothing when the answer brings nothing, nor when somebody typed on or went elsewhere', () => {
  const { press, show, chosen } = opened();
  show(true, []);
  press('Enter');
  show(false, [], ['Sign out']);
  show(true, ['Ana', 'Eva']);
  press('Enter');
  press('ArrowDown');
  show(false, ['Vitral']);
  show(true, ['Ana']);
  press('Enter');
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'vit' } });
  show(false, ['Vitral']);
  expect(chosen()).toEqual([]);
});

it('does at once what answers what is typed: a command', () => {
  const { press, show, chosen } = opened();
  show(true, [], ['View as list']);
  press('Enter');
  expect(chosen()).toEqual(['View as list']);
});

it('holds the one that was gone to, wherever it comes to stand', () => {
  const { press, show, chosen } = opened();
  show(true, ['Ana', 'Vitral', 'Eva']);
  press('ArrowDown');
  show(false, ['Vino', 'Vinca', 'Vitral']);
  expect(marked()).toBe('Vitral');
  press('Enter');
  expect(chosen()).toEqual(['Vitral']);
  show(false, ['Vino']);
  expect(marked()).toBe('Vino');
});
