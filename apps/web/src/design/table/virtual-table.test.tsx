import { Keyboard } from '#shortcuts';
import { fireEvent, render, renderHook, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useToasts } from '../toast/toast-store.ts';
import { type TableColumn, VirtualTable } from './index.ts';

interface Row { readonly id: string }

const columns: readonly TableColumn<Row>[] = [{ id: 'id', header: 'Number', width: 120, cell: ({ id }) => id }];

function Host({ missing = -1, question = 'a' }: { readonly missing?: number; readonly question?: string }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <Keyboard /><button type="button" onClick={() => setSelected(new Set())}>Clear</button>
      <VirtualTable
        label="Customers" columns={columns} total={12} rowAt={(index) => (index === missing ? undefined : { id: `${question}${index}` })} onRange={() => {}}
        idOf={({ id }) => id} nameOf={({ id }) => id} selection={{ ids: selected, onChange: setSelected }} resetKey={question}
      />
    </>
  );
}

// jsdom has no layout, and a table of no height mounts no row.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
  Element.prototype.scrollTo = () => {};
});
const tick = (name: string, shiftKey = false) => fireEvent.click(screen.getByRole('checkbox', { name: `Select ${name}` }), { shiftKey });
const ticked = () => screen.getAllByRole<HTMLInputElement>('checkbox', { checked: true }).map((box) => box.getAttribute('aria-label')!.slice('Select '.length));

it('selects everything from the last one up to here', () => {
  render(<Host />);
  tick('a2');
  tick('a5', true);
  expect(ticked()).toEqual(['a2', 'a3', 'a4', 'a5']);
});

it('selects nothing of a stretch of which a row is not loaded, and says so', () => {
  const { rerender } = render(<Host missing={3} />);
  tick('a2');
  tick('a5', true);
  expect(ticked()).toEqual(['a2']);
  expect(renderHook(() => useToasts()).result.current.at(-1)).toMatchObject({ tone: 'bad', text: 'Not every row up to here is loaded, so none was selected. Select fewer at once.' });
  rerender(<Host />);
  tick('a5', true);
  expect(ticked()).toHaveLength(4);
});

it('selects no stretch from a row of another question, nor from one that is selected no more', () => {
  const { rerender } = render(<Host />);
  tick('a2');
  rerender(<Host question="b" />);
  tick('b5', true);
  expect(ticked()).toEqual(['b5']);
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  tick('b8', true);
  expect(ticked()).toEqual(['b8']);
});
