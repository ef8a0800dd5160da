import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useCallback, useState } from 'react';
import { findings, show } from '../../../test/show.tsx';
import { type TableColumn, VirtualTable } from './index.ts';

interface Row { readonly id: string; readonly name: string }

const total = 100_000;
const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Customer', width: 200, grow: true, sortable: true, cell: ({ name }) => name },
  { id: 'id', header: 'Number', width: 120, align: 'end', cell: ({ id }) => id },
];
let opened: string[] = [];
let ranges: (readonly [number, number])[] = [];

function Host({ missing = -1, bounded = true, error }: { readonly missing?: number; readonly bounded?: boolean; readonly error?: Error }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const rowAt = useCallback((index: number) => (index === missing ? undefined : { id: `${index}`, name: `Customer ${index}` }), [missing]);
  const onRange = useCallback((first: number, last: number) => void ranges.push([first, last]), []);
  return (
    <main style={bounded ? { height: 600, display: 'flex' } : {}}>
      <VirtualTable
        label="Customers" columns={columns} total={total} rowAt={rowAt} onRange={onRange} idOf={({ id }) => id} nameOf={({ name }) => name}
        selection={{ ids, onChange: setIds }} onOpen={({ name }) => void opened.push(name)} onSort={() => {}} error={error} refetch={() => void opened.push('again')}
      />
    </main>
  );
}

const rows = () => document.querySelectorAll('[role=row]');
const grid = () => page.getByRole('grid', { name: 'Customers' });
const activeRow = () => document.getElementById(document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '');

beforeEach(() => {
  opened = [];
  ranges = [];
});

it('mounts a screenful of 100,000 rows and says how many there are', async () => {
  await show(<Host />);
  await expect.element(page.getByText('Customer 3', { exact: true })).toBeVisible();
  expect(rows().length).toBeLessThan(120);
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '100001');
});

it('mounts no more where its parent has no height', async () => {
  await show(<Host bounded={false} />);
  await expect.element(page.getByText('Customer 3', { exact: true })).toBeVisible();
  expect(rows().length).toBeLessThan(120);
});

it('asks for the rows that a jump shows', async () => {
  await show(<Host />);
  await expect.element(grid()).toBeVisible();
  document.querySelector('[role=grid]')?.scrollTo({ top: 60_000 * 36 });
  await expect.poll(() => ranges.at(-1)?.[0]).toBeGreaterThan(59_900);
  await expect.element(page.getByText('Customer 60000', { exact: true })).toBeVisible();
  expect(rows().length).toBeLessThan(120);
});

it('is worked by keyboard: J, K, arrows, End, X, Enter', async () => {
  await show(<Host />);
  await expect.element(page.getByText('Customer 3', { exact: true })).toBeVisible();
  await userEvent.keyboard('jjjk');
  await expect.poll(() => activeRow()?.getAttribute('aria-rowindex')).toBe('3');
  await userEvent.keyboard('x');
  await expect.poll(() => activeRow()?.getAttribute('aria-selected')).toBe('true');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => opened).toEqual(['Customer 2']);
  await userEvent.keyboard('{End}');
  await expect.poll(() => activeRow()?.getAttribute('aria-rowindex')).toBe(`${total + 1}`);
});

it('stays a grid without faults while rows are missing', async () => {
  await show(<Host missing={2} />);
  await expect.element(page.getByText('Customer 3', { exact: true })).toBeVisible();
  expect(document.querySelectorAll('[role=row][aria-busy=true]').length).toBe(1);
  expect((await findings()).filter((text) => !text.startsWith('page-has-heading-one'))).toEqual([]);
});

it('says below of rows that could not be read, and asks for them again', async () => {
  await show(<Host missing={2} error={new Error('down')} />);
  await expect.element(page.getByRole('alert')).toHaveTextContent('Some rows could not be loaded.Try again');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(opened).toEqual(['again']);
  expect((await findings()).filter((text) => !text.startsWith('page-has-heading-one'))).toEqual([]);
});
