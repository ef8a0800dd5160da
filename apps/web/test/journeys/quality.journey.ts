import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFact } from './find-fact.ts';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let admin: Page;

beforeAll(async () => {
  house = await openHouse('empty');
  admin = await house.enter('admin@orbita.example');
}, 180_000);
afterAll(() => house?.close());

async function enter(name: string, email: string): Promise<void> {
  await admin.goto('/customers');
  await admin.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await admin.keyboard.press('n');
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await admin.keyboard.press('Control+Enter');
  await admin.getByRole('heading', { level: 1, name }).waitFor();
}

it('says that nobody was looked at yet, and looks at whoever is entered within seconds', async () => {
  await admin.goto('/customers');
  await admin.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await admin.keyboard.press('g');
  await admin.keyboard.press('q');
  await admin.getByRole('heading', { level: 1, name: 'Data quality' }).waitFor();
  await admin.getByText('Nobody has been looked at yet.').waitFor();
  await admin.getByRole('region', { name: 'To mend' }).waitFor();
  expect(await admin.getByText('Nothing is missing of anybody.').count()).toBe(0);
  expect(await findWithAxe(admin)).toEqual([]);
  await enter('Destilerías Tobelos SL', 'info@tobelos.es');
  await enter('Vinos Haro SL', 'info@vinosharo.es');
  const seen = async () => {
    await admin.goto('/quality');
    return admin.getByRole('article').nth(1).waitFor({ timeout: 5000 }).then(() => true, () => false);
  };
  await expect.poll(seen, { timeout: 40_000, interval: 2000 }).toBe(true);
});

it('mends one where he stands: what is missing goes, the score rises, what is proposed is taken by a key', async () => {
  const one = admin.getByRole('article', { name: 'Destilerías Tobelos SL' });
  await one.getByRole('button', { name: 'Destilerías Tobelos SL' }).click();
  await one.getByText('Ask for the tax number: without it no invoice can be issued.').waitFor();
  const score = async () => Number(/Score (\d+)/.exec(await one.getByRole('button', { name: 'Destilerías Tobelos SL' }).innerText())?.[1]);
  const before = await score();
  expect(await findWithAxe(admin)).toEqual([]);
  await one.getByRole('button', { name: 'Edit Tax number' }).click();
  await one.getByRole('textbox', { name: 'Tax number' }).fill('B58378431');
  await admin.keyboard.press('Enter');
  await one.getByText('Ask for the tax number: without it no invoice can be issued.').waitFor({ state: 'detached' });
  expect(await score()).toBeGreaterThan(before);
  const proposals = one.getByRole('region', { name: 'Could be filled in' });
  await proposals.getByText('Website: https://tobelos.es').waitFor();
  await proposals.getByRole('button', { name: 'Accept: Website https://tobelos.es' }).click();
  await proposals.getByText('Website: https://tobelos.es').waitFor({ state: 'detached' });
  await one.getByRole('link', { name: 'https://tobelos.es', exact: true }).or(one.getByText('Language')).first().waitFor();
  await admin.keyboard.press('j');
  const other = admin.getByRole('article', { name: 'Vinos Haro SL' });
  if (await other.getAttribute('aria-current') === null) await admin.keyboard.press('k');
  await other.getByText('Website: https://vinosharo.es').waitFor();
  while (await other.getByText('Website: https://vinosharo.es').isVisible()) {
    const first = await other.getByRole('region', { name: 'Could be filled in' }).getByRole('listitem').first().innerText();
    await admin.keyboard.press('a');
    await other.getByRole('listitem').filter({ hasText: first.split('\n')[0]! }).waitFor({ state: 'detached' });
  }
});

it('is narrowed by what is missing, in the address too, and shown on the record', async () => {
  await admin.goto('/quality');
  const missing = admin.getByRole('region', { name: 'What is missing' });
  await missing.getByRole('button', { name: /^Tax number 1/ }).click();
  await admin.getByRole('group', { name: 'Filters' }).getByText('Tax number').waitFor();
  expect(new URL(admin.url()).searchParams.get('check')).toBe('taxIdPresent');
  await admin.getByRole('article', { name: 'Destilerías Tobelos SL' }).waitFor({ state: 'detached' });
  await admin.getByRole('article', { name: 'Vinos Haro SL' }).getByRole('link', { name: 'Open the record' }).click();
  await admin.getByText(/Data quality \d+ of 100/).click();
  await admin.getByText('Ask for the tax number: without it no invoice can be issued.').waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
});

it('is searched and filtered by any fact, and keeps both in the address', async () => {
  await admin.goto('/quality');
  await admin.getByRole('searchbox', { name: 'Search customers to mend' }).fill('vinos');
  await admin.getByRole('article', { name: 'Destilerías Tobelos SL' }).waitFor({ state: 'detached' });
  await admin.getByRole('article', { name: 'Vinos Haro SL' }).waitFor();
  await findFact(admin, 'country');
  await admin.getByRole('option').first().click();
  await admin.getByRole('dialog', { name: 'Filter', exact: true }).waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
  await admin.keyboard.press('Escape');
  const address = new URL(admin.url());
  expect(address.searchParams.get('q')).toBe('vinos');
  address.searchParams.set('rule', JSON.stringify({ fact: 'kind', is: 'eq', value: 'PERSON' }));
  await admin.goto(address.href);
  await admin.getByText('Nobody here lacks anything.').waitFor();
  await admin.getByRole('button', { name: 'Show all' }).click();
  await admin.getByRole('article', { name: 'Destilerías Tobelos SL' }).waitFor();
});

it('has what is certain filled in by itself where an administrator says so', async () => {
  await admin.goto('/quality');
  await admin.getByRole('checkbox', { name: 'Fill in what is certain by itself' }).check();
  await admin.reload();
  await expect.poll(() => admin.getByRole('checkbox', { name: 'Fill in what is certain by itself' }).isChecked(), { timeout: 10_000 }).toBe(true);
});

it('holds on a telephone, in the dark and in Spanish', async () => {
  const page = await house.enter('admin@orbita.example', { width: 390, scheme: 'dark', language: 'es' });
  await page.goto('/quality');
  await page.getByRole('heading', { level: 1, name: 'Calidad de los datos' }).waitFor();
  await page.getByRole('article', { name: 'Vinos Haro SL' }).waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
