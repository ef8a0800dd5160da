import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { findFact } from './find-fact.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let ana: Page;

beforeAll(async () => {
  house = await openHouse();
  ana = await house.enter('ana');
}, 180_000);
afterAll(() => house?.close());

it('finds a contact among those of all customers, sorts, filters, and opens him in the record of his customer by keyboard', async () => {
  await ana.goto('/');
  await ana.getByRole('heading', { level: 1 }).waitFor();
  await ana.waitForLoadState('networkidle');
  await ana.keyboard.press('g');
  await ana.keyboard.press('n');
  const rows = ana.getByRole('grid', { name: 'Contacts', exact: true }).getByRole('row');
  await rows.nth(1).getByRole('link').waitFor();
  expect(await findInLightAndDark(ana)).toEqual([]);
  await ana.getByRole('button', { name: 'Customer', exact: true }).click();
  await ana.waitForURL(/sort=customer/);
  await ana.getByRole('button', { name: 'View', exact: true }).click();
  await ana.getByRole('menuitemcheckbox', { name: 'Telephone', exact: true }).click();
  await ana.keyboard.press('Escape');
  await ana.getByRole('columnheader', { name: 'Telephone', exact: true }).waitFor({ state: 'detached' });
  await findFact(ana, 'has e-mail');
  await ana.getByRole('option', { name: /Has e-mail/ }).first().click();
  await ana.getByRole('dialog', { name: 'Filter', exact: true }).waitFor();
  await ana.keyboard.press('Control+Enter');
  await ana.waitForURL(/rule=/);
  const name = (await rows.nth(1).getByRole('link').textContent())!;
  await ana.getByRole('searchbox', { name: 'Search contacts', exact: true }).fill(name);
  await expect.poll(() => rows.count()).toBeLessThan(10);
  await ana.getByRole('searchbox', { name: 'Search contacts', exact: true }).blur();
  await ana.keyboard.press('j');
  await ana.keyboard.press('Enter');
  await ana.waitForURL(/customers\/.*contact=/);
  const found = ana.getByRole('region', { name: 'Contacts', exact: true }).locator('[aria-current=true]');
  await found.getByText(name).waitFor();
  await expect.poll(() => found.evaluate((element) => { const { top, bottom } = element.getBoundingClientRect(); return top >= 0 && bottom <= window.innerHeight; })).toBe(true);
  expect(await findWithAxe(ana)).toEqual([]);
});

it('is a list on a telephone too, and takes the file away that was asked for', async () => {
  const small = await house.enter('ana', { width: 390, language: 'es' });
  await small.goto('/contacts?q=a');
  await small.getByRole('grid', { name: 'Contactos', exact: true }).getByRole('row').nth(1).getByRole('link').waitFor();
  expect(await findInLightAndDark(small)).toEqual([]);
  await small.getByRole('button', { name: 'Exportar', exact: true }).click();
  const [file] = await Promise.all([small.waitForEvent('download'), small.getByRole('menuitem', { name: /CSV/ }).click()]);
  expect(file.suggestedFilename()).toMatch(/^Contactos .*\.csv$/);
});
