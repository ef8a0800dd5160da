import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let ana: Page;
let name: string;

beforeAll(async () => {
  house = await openHouse();
  ana = await house.enter('ana');
});
afterAll(() => house?.close());

const timeline = (page: Page) => page.getByRole('region', { name: 'What happened' });

it('lists the customers, and opens one by keyboard', async () => {
  await ana.getByRole('heading', { level: 1 }).waitFor();
  await ana.keyboard.press('g');
  await ana.keyboard.press('c');
  const rows = ana.getByRole('grid').getByRole('row');
  await rows.nth(3).waitFor();
  await ana.keyboard.press('j');
  await ana.keyboard.press('j');
  name = (await rows.nth(2).getByRole('link').textContent()) ?? '';
  await ana.keyboard.press('Enter');
  await ana.getByRole('heading', { level: 1, name }).waitFor();
  expect(ana.url()).toContain('/customers/');
});

it('fetches what a key will open before the key is pressed', async () => {
  const parts: string[] = [];
  ana.on('request', (request) => void parts.push(request.url()));
  await ana.goto('/customers');
  await ana.getByRole('grid').getByRole('row').nth(3).waitFor();
  await expect.poll(() => ['palette', 'create-customer-dialog'].filter((part) => parts.some((url) => url.includes(`/${part}-`) && url.endsWith('.js'))), { timeout: 15_000 }).toHaveLength(2);
  const before = parts.length;
  await ana.keyboard.press('n');
  await ana.getByRole('dialog', { name: 'New customer' }).getByRole('textbox', { name: 'Name' }).waitFor();
  expect(parts.slice(before).filter((url) => url.includes('create-customer-dialog'))).toEqual([]);
  await ana.keyboard.press('Escape');
});

it('finds a customer by what one remembers of the name', async () => {
  await ana.goto('/');
  await ana.getByRole('heading', { level: 1 }).waitFor();
  await ana.keyboard.press('Control+k');
  await ana.getByRole('combobox').fill(name.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase());
  await ana.getByRole('option', { name }).first().click();
  await ana.getByRole('heading', { level: 1, name }).waitFor();
});

it('keeps a half-written call over a reload, and logs it once', async () => {
  await ana.keyboard.press('c');
  await ana.keyboard.press('c');
  const box = ana.getByRole('textbox', { name: 'What was said?' });
  await box.fill('Wants the new price list');
  await ana.reload();
  await box.waitFor();
  expect(await box.inputValue()).toBe('Wants the new price list');
  await box.focus();
  await ana.keyboard.press('Control+Enter');
  await ana.keyboard.press('Control+Enter');
  await timeline(ana).getByText('Call to the customer: Wants the new price list').waitFor();
  expect(await box.inputValue()).toBe('');
  expect(await timeline(ana).getByText('Wants the new price list').count()).toBe(1);
});

it('gives a task, ticks it, takes that back and ticks it again', async () => {
  await ana.keyboard.press('Escape');
  await ana.getByRole('radio', { name: 'Task', exact: true }).click();
  await ana.getByRole('textbox', { name: 'What is to be done?' }).fill('Send samples');
  await ana.keyboard.press('Control+Enter');
  const promises = ana.getByRole('list', { name: 'Open promises' });
  const tick = promises.getByRole('checkbox', { name: 'Complete “Send samples”' });
  await tick.click();
  await ana.getByText('Done: Send samples').waitFor();
  await ana.getByRole('button', { name: /^Undo/ }).click();
  await tick.waitFor();
  await tick.click();
  await timeline(ana).getByText('Task done: Send samples').first().waitFor();
});

it('shows one person at once what another changes', async () => {
  const elena = await house.enter('elena');
  await elena.goto(ana.url());
  await elena.getByRole('radio', { name: 'Note', exact: true }).click();
  await elena.getByRole('textbox', { name: /Write a note/ }).fill('Seen at the fair');
  await elena.keyboard.press('Control+Enter');
  await timeline(ana).getByText('Note: Seen at the fair').waitFor();
  await elena.context().close();
});

it('of two who edit one field lets one win and tells the other who and what', async () => {
  const elena = await house.enter('elena');
  await elena.goto(ana.url());
  const edit = (page: Page) => page.getByRole('button', { name: 'Edit Tax number' });
  await edit(elena).click();
  await edit(ana).click();
  await ana.getByRole('textbox', { name: 'Tax number' }).fill('B58378431');
  await ana.keyboard.press('Enter');
  await ana.getByText('Tax number changed').waitFor();
  await elena.getByRole('textbox', { name: 'Tax number' }).fill('A28015865');
  await elena.keyboard.press('Enter');
  const dialog = elena.getByRole('dialog', { name: 'Ana Mora was faster' });
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain('B58378431');
  expect(await dialog.textContent()).toContain('A28015865');
  await dialog.getByRole('button', { name: 'Keep theirs' }).click();
  await edit(elena).getByText('B58378431').waitFor();
  await elena.context().close();
});

it('refuses a wrong tax number at its field and leaves the old one', async () => {
  await ana.getByRole('button', { name: 'Edit Tax number' }).click();
  await ana.getByRole('textbox', { name: 'Tax number' }).fill('B58378432');
  await ana.keyboard.press('Enter');
  await ana.getByRole('alert').filter({ hasText: 'B58378432' }).waitFor();
  await ana.keyboard.press('Escape');
  await ana.getByRole('button', { name: 'Edit Tax number' }).getByText('B58378431').waitFor();
});

it('leaves out what a role may not read, amounts and history alike', async () => {
  const ivan = await house.enter('ivan');
  await ivan.goto(new URL(ana.url()).pathname);
  await ivan.getByText('Your role does not see what happened with customers.').waitFor();
  expect(await ivan.getByRole('region', { name: 'Reached at' }).count()).toBe(0);
  expect(await ivan.getByRole('main').textContent()).not.toContain('€');
  await ivan.goto('/inbox');
  await ivan.getByText('Mentions, tasks that others give you').waitFor();
  expect(await ivan.getByRole('alert').count()).toBe(0);
  await ivan.context().close();
});

it.each(['0190f5b2-7e3a-7000-8000-000000000000', 'nobody'])('says that %s does not exist or may not be seen', async (id) => {
  const page = await ana.context().newPage();
  await page.goto(`/customers/${id}`);
  await page.getByText('This customer does not exist, or you may not see it.').waitFor();
  await page.close();
});

it.each([1440, 390])('has nothing that axe finds in light and dark, %i px', async (width) => {
  const page = await house.enter('ana', { width });
  const record = new URL(ana.url()).pathname;
  for (const path of ['/', '/customers', record, '/inbox', '/inbox?view=news']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([path, await findInLightAndDark(page)]).toEqual([path, []]);
  }
  await page.goto(record);
  for (const part of width < 500 ? ['Timeline', 'Profile'] : []) {
    await page.getByRole('button', { name: part }).click();
    expect([part, await findInLightAndDark(page)]).toEqual([part, []]);
  }
  await page.context().close();
});

it('has nothing that axe finds in what opens over a page, in light and dark', async () => {
  const page = await house.enter('elena');
  await page.goto('/customers');
  await page.getByRole('grid').waitFor();
  await page.getByRole('button', { name: 'New customer' }).click();
  await page.getByRole('dialog', { name: 'New customer' }).waitFor();
  expect(['new', await findInLightAndDark(page)]).toEqual(['new', []]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.getByRole('combobox', { name: 'What' }).waitFor();
  expect(['filter', await findInLightAndDark(page)]).toEqual(['filter', []]);
  await page.goto(new URL(ana.url()).pathname);
  await page.getByRole('radio', { name: 'Task', exact: true }).click();
  await page.getByRole('region', { name: 'Reached at' }).getByRole('button', { name: 'Add e-mail or telephone' }).click();
  expect(['forms', await findInLightAndDark(page)]).toEqual(['forms', []]);
  await page.getByRole('region', { name: 'Orders' }).getByRole('row').nth(1).getByRole('button').click();
  await page.getByRole('table').last().waitFor();
  expect(['order', await findInLightAndDark(page)]).toEqual(['order', []]);
  await page.context().close();
});
