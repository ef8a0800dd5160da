import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let admin: Page;
let path: string;

beforeAll(async () => {
  house = await openHouse();
  admin = await house.enter('admin@orbita.example');
  await admin.goto('/customers');
  await admin.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await admin.keyboard.press('n');
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Eva Paz Canaria');
  await dialog.getByRole('textbox', { name: 'Telephone' }).fill('941 77 55 33');
  await admin.keyboard.press('Control+Enter');
  await admin.getByRole('heading', { level: 1, name: 'Eva Paz Canaria' }).waitFor();
  path = new URL(admin.url()).pathname;
}, 180_000);
afterAll(() => house?.close());

it('keeps what she said with its basis and proof, withdraws it by one click, and says so beside her telephone', async () => {
  await admin.getByRole('button', { name: 'Actions', exact: true }).click();
  await admin.getByRole('menuitem', { name: 'Data protection' }).click();
  await admin.getByRole('heading', { level: 1, name: 'Data protection' }).waitFor();
  await admin.getByRole('row', { name: /E-mails and telephones 1 deleted/ }).waitFor();
  await admin.getByRole('button', { name: 'Record…', exact: true }).click();
  const form = admin.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Channel' }).or(form.getByRole('textbox', { name: 'Channel' })).first().click();
  await admin.getByRole('option', { name: 'Telephone', exact: true }).click();
  await form.getByRole('textbox', { name: 'Source' }).fill('Fair of Haro');
  await form.getByRole('textbox', { name: 'Words shown' }).fill('Yes, call me about new vintages');
  expect(await findWithAxe(admin)).toEqual([]);
  await form.getByRole('button', { name: 'Granted', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  const consents = admin.getByRole('region', { name: 'Consents' });
  await consents.getByText('Consent · Fair of Haro · “Yes, call me about new vintages”').waitFor();
  await consents.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await consents.getByText('Denied').waitFor();
  expect(await consents.getByRole('listitem').count()).toBe(2);
  expect(await findWithAxe(admin)).toEqual([]);
  await admin.goto(path);
  await admin.getByText('No offers').waitFor();
  await admin.getByRole('link', { name: /941/ }).click();
  await admin.getByRole('dialog', { name: 'Contact all the same?' }).waitFor();
  await admin.keyboard.press('Escape');
});

it('hands out all that is kept as a page to read', async () => {
  await admin.goto(`${path}/privacy`);
  await admin.getByRole('button', { name: 'Hand out' }).click();
  const [download] = await Promise.all([admin.waitForEvent('download'), admin.getByRole('menuitem', { name: 'To read (HTML)' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^Personal data \d{4}-\d\d-\d\d\.html$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('Personal data: Eva Paz Canaria');
  expect(text).toContain('Yes, call me about new vintages');
});

it('holds on a telephone, in the dark and in Spanish', async () => {
  const page = await house.enter('elena', { width: 390, scheme: 'dark', language: 'es' });
  await page.goto(`${path}/privacy`);
  await page.getByRole('heading', { level: 1, name: 'Protección de datos' }).waitFor();
  await page.getByText('Denegado').waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Borrar…', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  expect(await findWithAxe(page)).toEqual([]);
});

it('erases only when the name is typed, and leaves a mark that nobody finds', async () => {
  await admin.goto(`${path}/privacy`);
  await admin.getByRole('button', { name: 'Erase…', exact: true }).click();
  const dialog = admin.getByRole('dialog', { name: 'Erase Eva Paz Canaria?' });
  const erase = dialog.getByRole('button', { name: 'Erase', exact: true });
  expect(await erase.isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: /^Type the name/ }).fill('Eva Paz');
  expect(await erase.isDisabled()).toBe(true);
  expect(await findWithAxe(admin)).toEqual([]);
  await dialog.getByRole('textbox', { name: /^Type the name/ }).fill('Eva Paz Canaria');
  await erase.click();
  // By the company's language.
  await admin.getByRole('link', { name: /^(Erased|Organización borrada|Persona borrada).* [0-9A-F]{6}$/ }).waitFor();
  await admin.getByText('Nothing personal is kept').waitFor();
  expect(await admin.getByRole('button', { name: 'Erase…', exact: true }).count()).toBe(0);
  await admin.goto(path);
  await admin.getByText('Nothing personal is kept').waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
  await admin.goto('/customers?search=Canaria');
  await admin.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await admin.getByText('Eva Paz Canaria').waitFor({ state: 'detached' });
  await admin.goto('/settings/privacy');
  await admin.getByText(/^(Erased|Organización borrada|Persona borrada).* [0-9A-F]{6}$/).waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
});
