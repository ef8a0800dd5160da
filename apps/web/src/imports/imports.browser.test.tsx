import { ImportLink } from '#import-link';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings, me, show } from '../../test/show.tsx';
import { ProblemList } from './counts/problem-list.tsx';
import { RowCounts } from './counts/row-counts.tsx';
import { ImportsPage } from './list/imports-page.tsx';
import { WordsEditor } from './wizard/columns/words-editor.tsx';
import { DropZone } from './wizard/file/drop-zone.tsx';
import type { Word } from './wizard/draft/draft.ts';

const links = () => page.getByRole('link', { name: 'Import' }).elements().map((link) => link.getAttribute('href'));
const beside = <main><p>Lists</p><ImportLink room="customers" /><ImportLink room="orders" /></main>;

it('is offered beside a list to those who may make its things', async () => {
  await show(beside);
  await expect.poll(links).toEqual(['/imports/new?room=customers', '/imports/new?room=orders']);
});

it('offers to marketing what marketing may make', async () => {
  await show(beside, { ...me, role: 'marketing' });
  await expect.poll(links).toEqual(['/imports/new?room=customers']);
});

it('is not there for one who may not import, and says so where he comes by the address', async () => {
  await show(<>{beside}<ImportsPage /></>, { ...me, role: 'sales' });
  await expect.element(page.getByText('Lists')).toBeVisible();
  await expect.element(page.getByText('Your role does not import. Ask an administrator.')).toBeVisible();
  expect(links()).toEqual([]);
});

it('takes a pasted table for a file, and leaves a sentence alone', async () => {
  const taken: string[] = [];
  await show(<main><h1>File</h1><DropZone disabled={false} onFile={(file, name) => void file.text().then((text) => taken.push(name, text))} /></main>);
  await expect.element(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  const paste = (text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  };
  paste('one sentence');
  paste('Name\tMail\nAna\ta@b.example');
  await expect.poll(() => taken).toEqual(['pasted.csv', 'Name\tMail\nAna\ta@b.example']);
  expect(await findings()).toEqual([]);
});

it('flags a word that nobody here knows, and takes what it means', async () => {
  let told: readonly Word[] = [];
  const target = { __typename: 'ImportTarget' as const, key: 'lead.owner', section: 'Lead', label: 'Owner', required: false, joins: false, choices: [{ __typename: 'ImportChoice' as const, value: 'eva@sol.example', label: 'Eva Sol' }] };
  await show(<main><h1>Words</h1><WordsEditor column="Owner" target={target} words={[{ from: 'eva sol', to: 'eva sol' }, { from: 'Max', to: 'Max' }]} onChange={(words) => { told = words; }} /></main>);
  await expect.element(page.getByText('Not known here')).toBeVisible();
  expect(page.getByText('Not known here').elements()).toHaveLength(1);
  expect(await findings()).toEqual([]);
  await userEvent.click(page.getByLabelText('What “Max” means').first());
  await userEvent.click(page.getByRole('option', { name: 'Leave empty' }));
  expect(told).toEqual([{ from: 'eva sol', to: 'eva sol' }, { from: 'Max', to: '' }]);
});

it('shows what became of rows, and a row with its faulty cell', async () => {
  const problem = { __typename: 'ImportProblem' as const, row: 1008, column: 'Mail', code: 'INVALID_FORMAT', message: 'Not a mail.', cells: [{ __typename: 'ImportWord' as const, from: 'Mail', to: 'x' }, { __typename: 'ImportWord' as const, from: 'City', to: '' }] };
  await show(<main><h1>Import</h1><RowCounts rows={{ created: 12_345, updated: 0, unchanged: 0, skipped: 1, refused: 2 }} /><ProblemList problems={[problem]} /></main>);
  await expect.element(page.getByText('12,345')).toBeVisible();
  await expect.element(page.getByText('1,008')).toBeVisible();
  await userEvent.click(page.getByText('The row as it came'));
  await expect.element(page.getByText('empty')).toBeVisible();
  expect(await findings()).toEqual([]);
});
