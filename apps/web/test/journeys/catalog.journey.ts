import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFact } from './find-fact.ts';
import { findInLightAndDark } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let elena: Page;

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
  elena.setDefaultTimeout(30_000);
});
afterAll(() => house?.close());

const list = (page: Page) => page.getByRole('grid');
/** How many the list says it has: its rows and its head. */
const total = async (page: Page) => Number(await list(page).getAttribute('aria-rowcount')) - 1;

it('narrows the catalogue by a rule, which stands in the address and asks nothing of customers', async () => {
  await elena.goto('/products');
  const rows = list(elena).getByRole('row');
  const first = (await rows.nth(1).locator('b').first().textContent())!;
  const everything = await total(elena);
  await findFact(elena, 'name');
  const named = elena.getByRole('option', { name: 'Product: name', exact: true });
  await named.waitFor();
  expect(await elena.getByRole('option').filter({ hasNotText: 'Product:' }).count()).toBe(0);
  await named.click();
  await elena.getByRole('dialog', { name: 'Filter' }).getByRole('textbox').last().fill(first.toUpperCase());
  expect(await findInLightAndDark(elena)).toEqual([]);
  await elena.keyboard.press('Control+Enter');
  await elena.waitForURL(/rule=.*product\.name/);
  await expect.poll(() => total(elena), { timeout: 10_000 }).toBeLessThan(everything);
  const narrowed = await total(elena);
  await elena.reload();
  await rows.nth(1).getByText(first).waitFor();
  expect(await total(elena)).toBe(narrowed);
  await elena.getByRole('button', { name: /^Remove filter/ }).click();
  await elena.waitForURL((url) => !url.search.includes('rule='));
  await expect.poll(() => total(elena), { timeout: 10_000 }).toBe(everything);
});
