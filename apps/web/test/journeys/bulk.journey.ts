import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let elena: Page;
let change = '';

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
}, 180_000);
afterAll(() => house?.close());

const bar = (page: Page) => page.getByRole('region', { name: 'What to do with the selection' });
const list = async (page: Page, address = '/customers') => {
  await page.goto(address);
  await page.getByRole('grid').getByRole('link').first().waitFor();
};
const tagged = async () => {
  await elena.goto(`/customers?rule=${encodeURIComponent(JSON.stringify({ fact: 'tags', is: 'contains', value: 'feria 2026' }))}`);
  const people = elena.getByRole('grid').getByRole('link');
  await people.first().or(elena.getByText('Nobody matches these filters.')).waitFor();
  return people.count();
};

it('selects thirty by keyboard, tags them after a look at what will happen, and sees that it was done', async () => {
  await list(elena);
  await elena.keyboard.press('j');
  await elena.keyboard.press('x');
  for (let row = 1; row < 30; row += 1) await elena.keyboard.press('j');
  await elena.keyboard.press('Shift+X');
  await bar(elena).getByText('30 selected', { exact: true }).waitFor();
  expect(await findInLightAndDark(elena)).toEqual([]);
  await bar(elena).getByRole('button', { name: 'Tag', exact: true }).press('Enter');
  const dialog = elena.getByRole('dialog', { name: 'Tag: 30 customers' });
  const tags = dialog.getByLabel('Add tags').first();
  await tags.pressSequentially('Feria 2026');
  await tags.press('Enter');
  await dialog.getByText('30 will change').waitFor();
  expect(await findInLightAndDark(elena)).toEqual([]);
  await elena.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await elena.getByText('Tag: 30 customers: 30 changed').waitFor({ timeout: 60_000 });
  expect(await bar(elena).count()).toBe(0);
});

it('finds it again in the list of changes, with what became of each', async () => {
  await elena.goto('/customers');
  await elena.getByRole('button', { name: 'View', exact: true }).click();
  await elena.getByRole('menuitem', { name: 'Bulk changes' }).click();
  const changes = elena.getByRole('list', { name: 'Bulk changes' });
  await changes.getByRole('link', { name: 'Tag: 30 customers' }).waitFor();
  expect(await findInLightAndDark(elena)).toEqual([]);
  await changes.getByRole('link', { name: 'Tag: 30 customers' }).click();
  await elena.getByRole('heading', { level: 1, name: 'Tag: 30 customers' }).waitFor();
  change = new URL(elena.url()).pathname;
  const rows = elena.getByRole('region', { name: 'What became of each' });
  await rows.getByRole('listitem').nth(29).waitFor();
  await rows.getByRole('button', { name: 'Changed 30' }).click();
  expect(await findInLightAndDark(elena)).toEqual([]);
  expect(await tagged()).toBe(30);
});

it('takes it back, and nobody is tagged any more', async () => {
  await elena.goto(change);
  await elena.getByRole('button', { name: 'Undo', exact: true }).click();
  await elena.getByRole('heading', { level: 1, name: 'Undo “Tag: 30 customers”' }).waitFor();
  await elena.getByText('30 of 30').first().waitFor({ timeout: 60_000 });
  await elena.getByText('Done', { exact: true }).waitFor();
  expect(await tagged()).toBe(0);
  await elena.goto(change);
  await elena.getByRole('link', { name: 'Taken back' }).waitFor();
  expect(await elena.getByRole('button', { name: 'Undo', exact: true }).count()).toBe(0);
});

it('means everybody that the list names, and says so', async () => {
  await list(elena);
  await elena.keyboard.press('j');
  await elena.keyboard.press('x');
  await bar(elena).getByRole('button', { name: /^Select all 150 that match/ }).click();
  await bar(elena).getByText('All 150 that match are selected').waitFor();
  await bar(elena).getByRole('button', { name: 'Assign', exact: true }).click();
  const dialog = elena.getByRole('dialog', { name: 'Assign: 150 customers' });
  await dialog.getByLabel('Owner').first().click();
  await elena.getByRole('option', { name: 'Nobody', exact: true }).click();
  await dialog.getByText(/will change/).first().waitFor();
  await elena.keyboard.press('Escape');
  // Of another question none is meant: nobody changes what he does not see.
  await elena.getByRole('searchbox').first().fill('a');
  await bar(elena).waitFor({ state: 'hidden' });
});

it('deletes and brings back from the list of the deleted', async () => {
  await list(elena);
  for (const key of ['j', 'x', 'j', 'x']) await elena.keyboard.press(key);
  await bar(elena).getByRole('button', { name: 'Delete', exact: true }).click();
  await elena.getByRole('dialog', { name: 'Delete: 2 customers' }).getByText('2 will change').waitFor();
  await elena.keyboard.press('Control+Enter');
  await elena.getByText('Delete: 2 customers: 2 changed').waitFor({ timeout: 60_000 });
  await list(elena, '/customers?deleted=true');
  for (const key of ['j', 'x', 'j', 'x']) await elena.keyboard.press(key);
  await bar(elena).getByRole('button', { name: 'Restore', exact: true }).click();
  await elena.getByRole('dialog', { name: 'Restore: 2 customers' }).getByText('2 will change').waitFor();
  await elena.keyboard.press('Control+Enter');
  await elena.getByText('Restore: 2 customers: 2 changed').waitFor({ timeout: 60_000 });
});

it.each([['dark', 390, 'es'], ['light', 390, 'en']] as const)('fits a telephone, %s, %i px, %s', async (scheme, width, language) => {
  const page = await house.enter('elena', { scheme, width, language });
  for (const address of ['/bulk', change]) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('listitem').first().waitFor();
    expect(await findWithAxe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  }
  await page.context().close();
});
