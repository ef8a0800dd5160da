import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let elena: Page;
let moved = '';

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
}, 240_000);
afterAll(() => house?.close());

const preview = () => elena.getByRole('complementary', { name: 'If you publish this' });

it('shows the stages of a model with who stands there, and leads to them', async () => {
  await elena.goto('/lifecycle');
  await elena.getByRole('button', { name: 'Commercial', exact: true }).click();
  const loyal = elena.getByRole('link', { name: /^Loyalty: \d+ customers, open the list$/ });
  const count = Number(await loyal.textContent());
  expect(count).toBeGreaterThan(0);
  expect(await findWithAxe(elena)).toEqual([]);
  await loyal.click();
  await elena.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await expect.poll(() => elena.getByRole('grid', { name: 'Customers' }).getAttribute('aria-rowcount'), { timeout: 20_000 }).toBe(String(count + 1));
  expect(await elena.getByRole('grid').getByText('Loyalty').first().isVisible()).toBe(true);
}, 60_000);

it('says before it is published whom an edit would move', async () => {
  await elena.goto('/lifecycle');
  await elena.getByRole('heading', { level: 2, name: 'Loyalty' }).waitFor();
  await elena.keyboard.press('e');
  await elena.getByText('Nobody would move.').waitFor();
  await elena.getByRole('button', { name: 'Cross-sell', exact: true }).waitFor();
  await elena.getByRole('button', { name: 'Move Cross-sell up' }).last().click();
  await elena.getByText(/of 150 customers would move\.$/).waitFor();
  await expect.poll(() => preview().getByText('Loyalty → Cross-sell').first().isVisible(), { timeout: 20_000 }).toBe(true);
  moved = (await preview().getByRole('link').first().textContent()) ?? '';
  expect(moved).not.toBe('');
  expect(await findWithAxe(elena)).toEqual([]);
}, 60_000);

it('publishes it, and a customer whom it moved says where he stands now, and why', async () => {
  const href = await preview().getByRole('link').first().getAttribute('href');
  await elena.getByRole('button', { name: 'Publish', exact: true }).click();
  await elena.getByText('Published. Whoever moves is being placed anew.').waitFor();
  await elena.goto(href ?? '/customers');
  await elena.getByRole('heading', { level: 1, name: moved }).waitFor();
  const panel = elena.getByRole('region', { name: 'Lifecycle stage' });
  await panel.getByText('Cross-sell', { exact: true }).waitFor();
  await panel.getByText('before: Loyalty').waitFor();
  await panel.getByText(/^Orders ≥ 1/).waitFor();
  await panel.getByRole('button', { name: 'Show history' }).click();
  await panel.getByRole('listitem').filter({ hasText: 'Loyalty' }).waitFor();
  await elena.getByText('Stage · Commercial: Loyalty → Cross-sell (the model was edited)').waitFor();
  expect(await findWithAxe(elena)).toEqual([]);
}, 60_000);

it('reads the same in Spanish, dark, on a telephone', async () => {
  const page = await house.enter('elena', { language: 'es', scheme: 'dark', width: 390 });
  await page.goto('/lifecycle');
  await page.getByRole('button', { name: 'Comercial', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Venta cruzada' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await findWithAxe(page)).toEqual([]);
}, 60_000);
