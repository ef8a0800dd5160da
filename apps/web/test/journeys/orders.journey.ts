import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark } from './find-with-axe.ts';
import { findFact } from './find-fact.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let elena: Page;
let record: string;
let order: string;
/** Of the order as a page. */
let address: string;

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
  elena.setDefaultTimeout(30_000);
});
afterAll(() => house?.close());

const dialog = (page: Page, name: RegExp | string) => page.getByRole('dialog', { name });
const said = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).first().waitFor();

it('makes a product with a category of its own, refuses its code twice, and finds it', async () => {
  await elena.getByRole('heading', { level: 1 }).waitFor();
  await elena.keyboard.press('g');
  await elena.keyboard.press('p');
  await elena.getByRole('grid', { name: 'Products' }).waitFor();
  await elena.keyboard.press('n');
  const panel = dialog(elena, 'New product');
  await panel.getByRole('textbox', { name: 'Name' }).fill('Cold brew 1 l');
  await panel.getByRole('textbox', { name: 'Code' }).fill('C-101');
  await panel.getByLabel('Category').fill('Ready to drink');
  await panel.getByRole('textbox', { name: 'List price' }).fill('7.25');
  await panel.getByRole('textbox', { name: 'Cost' }).fill('4');
  await panel.getByText('44.8% of the price is left').waitFor();
  await elena.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await elena.keyboard.press('n');
  await panel.getByText('What you had written is here again.').waitFor();
  await panel.getByText('44.8% of the price is left').waitFor();
  await elena.keyboard.press('Control+Enter');
  await panel.getByText('already').waitFor();
  await panel.getByRole('textbox', { name: 'Code' }).fill('CB-1');
  await elena.keyboard.press('Control+Enter');
  await said(elena, 'Cold brew 1 l saved.');
  await elena.getByRole('searchbox', { name: 'Find by name or code…' }).fill('cold');
  await expect.poll(() => elena.getByRole('grid').getAttribute('aria-rowcount'), { timeout: 10_000 }).toBe('2');
  await elena.getByRole('row').filter({ hasText: 'Ready to drink' }).getByText('€7.25').waitFor();
});

it('sorts the catalogue by price and keeps that in the address', async () => {
  await elena.goto('/products');
  await elena.getByRole('grid').waitFor();
  await elena.getByRole('button', { name: 'List price' }).click();
  await elena.getByRole('button', { name: 'List price' }).click();
  await elena.waitForURL(/sort=listPrice.*desc=true/);
  const prices = async () =>
    (await elena.getByRole('gridcell').filter({ hasText: /^€/ }).allTextContents()).filter((_, at) => at % 2 === 0).map((text) => Number(text.replaceAll(/[^\d.]/g, '')));
  await expect.poll(async () => {
    const found = await prices();
    return found.length > 5 && found.every((price, at) => at === 0 || price <= found[at - 1]!);
  }, { timeout: 10_000 }).toBe(true);
});

it('renames a category where it stands', async () => {
  await elena.getByRole('button', { name: 'Categories', exact: true }).click();
  const name = dialog(elena, 'Categories').getByRole('textbox', { name: 'Name of Ready to drink' });
  await name.fill('Cold drinks');
  await name.press('Enter');
  await said(elena, 'Category is called Cold drinks now.');
  await elena.keyboard.press('Escape');
  await elena.goto('/products?q=CB-1');
  await elena.getByRole('row').filter({ hasText: 'Cold drinks' }).waitFor();
});

it('takes an order by keyboard, line by line, and shows what it comes to before it is placed', async () => {
  await elena.goto('/customers');
  await elena.getByRole('grid').waitFor();
  await elena.getByRole('row').nth(1).getByRole('link').click();
  await elena.getByRole('button', { name: 'New order' }).first().waitFor();
  record = new URL(elena.url()).pathname;
  await elena.keyboard.press('n');
  const entry = dialog(elena, /^New order/);
  await entry.getByLabel('Product, 1').waitFor();
  await elena.keyboard.press('Control+Enter');
  await entry.getByText('Add at least one product.').waitFor();
  await entry.getByLabel('Product, 1').fill('cold');
  await elena.getByRole('option', { name: /Cold brew 1 l/ }).waitFor();
  await elena.keyboard.press('ArrowDown');
  await elena.keyboard.press('Enter');
  await entry.getByLabel('Quantity, 1').fill('3');
  await entry.getByLabel('Discount, 1').fill('10');
  await entry.getByLabel('Product, 2').fill('Delivery on Saturday');
  await elena.getByRole('option', { name: /Delivery on Saturday/ }).click();
  await entry.getByLabel('Price, 2').fill('5');
  // 3 × 7.25 less 10 % is 19.575, half up 19.58.
  await entry.getByText('€24.58').waitFor();
  await entry.getByLabel('Channel').click();
  await elena.getByRole('option', { name: 'Telephone', exact: true }).click();
  await elena.keyboard.press('Control+Enter');
  const sheet = dialog(elena, /^Order P/);
  await sheet.getByText('€24.58').first().waitFor();
  order = (await sheet.getByRole('heading').first().textContent() ?? '').replace('Order ', '');
  await sheet.getByText('Telephone').waitFor();
  await said(elena, `Order ${order} placed.`);
});

it('is delivered, in part returned, and paid; the record follows without reload', async () => {
  const sheet = dialog(elena, `Order ${order}`);
  await sheet.getByRole('button', { name: 'Mark delivered' }).click();
  await dialog(elena, `Order ${order} was delivered`).getByLabel('On').waitFor();
  await elena.keyboard.press('Control+Enter');
  await said(elena, `Order ${order} is delivered.`);
  await sheet.getByRole('button', { name: 'Record return' }).click();
  const back = dialog(elena, `Return for order ${order}`);
  await back.getByLabel('How many of Cold brew 1 l come back').fill('4');
  await back.getByLabel('How many of Delivery on Saturday come back').fill('0');
  await elena.keyboard.press('Control+Enter');
  await back.locator('input[aria-invalid=true]').waitFor();
  await back.getByLabel('How many of Cold brew 1 l come back').fill('1');
  await elena.keyboard.press('Control+Enter');
  await said(elena, `Return for order ${order} recorded.`);
  await sheet.getByText('€6.53').first().waitFor();
  await sheet.getByRole('button', { name: 'Mark paid' }).click();
  await dialog(elena, `Order ${order} was paid`).waitFor();
  await elena.keyboard.press('Control+Enter');
  await said(elena, `Order ${order} is paid.`);
  await elena.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await elena.getByRole('region', { name: 'What happened' }).getByText(`Order ${order} placed`).first().waitFor();
  await elena.getByRole('region', { name: 'Orders' }).getByRole('row').filter({ hasText: order }).getByText('Paid').waitFor();
});

it('keeps an order under way through a slip of Esc and a reload, until it is given up', async () => {
  await elena.keyboard.press('n');
  const entry = dialog(elena, /^New order/);
  await entry.getByLabel('Product, 1').fill('CB-1');
  await elena.getByRole('option', { name: /Cold brew/ }).click();
  await elena.keyboard.press('Escape');
  await entry.waitFor({ state: 'detached' });
  await elena.reload();
  await elena.getByRole('region', { name: 'What happened' }).waitFor();
  await elena.keyboard.press('n');
  await entry.getByText('What you had written is here again.').waitFor();
  await expect.poll(() => entry.getByLabel('Product, 1').inputValue()).toContain('Cold brew');
  await entry.getByText('What you had written is here again.').click();
  expect(await findInLightAndDark(elena)).toEqual([]);
  await entry.getByRole('button', { name: 'Start anew' }).click();
  await expect.poll(() => entry.getByLabel('Product, 1').inputValue()).toBe('');
  await entry.getByRole('button', { name: 'Cancel', exact: true }).click();
  await elena.keyboard.press('n');
  await entry.waitFor();
  expect(await entry.getByText('What you had written').count()).toBe(0);
  await entry.getByRole('button', { name: 'Cancel', exact: true }).click();
  await entry.waitFor({ state: 'detached' });
});

it('cancels only with a reason, and what is delivered not at all', async () => {
  await elena.keyboard.press('n');
  const entry = dialog(elena, /^New order/);
  await entry.getByLabel('Product, 1').fill('CB-1');
  await elena.getByRole('option', { name: /Cold brew/ }).click();
  await elena.keyboard.press('Control+Enter');
  const sheet = dialog(elena, /^Order P/);
  await sheet.getByRole('button', { name: 'Cancel order' }).click();
  const asked = dialog(elena, /^Cancel order/);
  await asked.getByRole('textbox', { name: 'Reason' }).waitFor();
  await elena.keyboard.press('Control+Enter');
  await asked.getByRole('textbox', { name: 'Reason' }).and(asked.locator('[aria-invalid=true]')).waitFor();
  await asked.getByRole('textbox', { name: 'Reason' }).fill('Ordered twice');
  await elena.keyboard.press('Control+Enter');
  await sheet.getByText('Cancelled').first().waitFor();
  expect(await sheet.getByRole('button', { name: 'Mark delivered' }).count()).toBe(0);
  await elena.keyboard.press('Escape');
  await elena.getByRole('region', { name: 'What happened' }).getByText('Ordered twice').first().waitFor();
});

it('is found by its number in the palette, among customers, products and segments', async () => {
  await elena.goto('/');
  await elena.getByRole('heading', { level: 1 }).waitFor();
  await elena.keyboard.press('Control+k');
  await elena.getByRole('combobox').fill('cold');
  const product = elena.getByRole('option', { name: /Cold brew 1 l/ });
  await product.waitFor();
  expect(await product.locator('mark').first().textContent()).toBe('Cold');
  await elena.getByRole('combobox').fill(order);
  await elena.getByRole('option', { name: new RegExp(`^${order}`) }).click();
  await elena.waitForURL(/orders\//);
  await elena.getByRole('heading', { level: 1, name: `Order ${order}` }).waitFor();
  address = new URL(elena.url()).pathname;
});

it('sorts the orders by a click on a head and narrows them by a rule, and keeps both in the address', async () => {
  await elena.goto('/orders');
  const list = elena.getByRole('grid', { name: 'Orders', exact: true });
  const head = (name: string) => list.getByRole('columnheader', { name, exact: true });
  await list.getByRole('row').nth(1).waitFor();
  expect(await head('Date').getAttribute('aria-sort')).toBe('descending');
  await head('Amount').getByRole('button').click();
  await elena.waitForURL(/sort=amount/);
  await head('Amount').getByRole('button').click();
  await elena.waitForURL(/sort=amount.*desc=true/);
  await expect.poll(async () => {
    const amounts = (await list.getByRole('gridcell').filter({ hasText: /^€/ }).allTextContents()).map((text) => Number(text.replaceAll(/[^\d.]/g, '')));
    return amounts.length > 5 && amounts.every((amount, at) => at === 0 || amount <= amounts[at - 1]!);
  }, { timeout: 10_000 }).toBe(true);
  await findFact(elena, 'order: products');
  await elena.getByRole('option', { name: 'Order: products', exact: true }).click();
  const filter = dialog(elena, 'Filter');
  await filter.getByRole('combobox').or(filter.getByRole('textbox')).last().fill('cold');
  await elena.getByRole('option', { name: 'Cold brew 1 l', exact: true }).click();
  expect(await findInLightAndDark(elena)).toEqual([]);
  await elena.keyboard.press('Control+Enter');
  await elena.waitForURL(/rule=/);
  await expect.poll(() => list.getAttribute('aria-rowcount'), { timeout: 10_000 }).toBe('3');
  await elena.getByRole('button', { name: 'View', exact: true }).click();
  await elena.getByRole('menuitemcheckbox', { name: 'Delivered', exact: true }).click();
  await elena.keyboard.press('Escape');
  await head('Delivered').getByRole('button').click();
  await elena.waitForURL(/sort=deliveredAt/);
  await elena.reload();
  await expect.poll(() => list.getAttribute('aria-rowcount'), { timeout: 10_000 }).toBe('3');
  expect(await head('Delivered').getAttribute('aria-sort')).toBe('ascending');
  // What was delivered comes before what never was.
  await list.getByRole('row').nth(1).getByText(order).waitFor();
  await list.getByRole('row').nth(2).getByText('Cancelled').waitFor();
  expect(await findInLightAndDark(elena)).toEqual([]);
  await elena.getByRole('searchbox', { name: 'Order number…' }).fill('no such order');
  await elena.getByText('No order is like that.').waitFor();
  await elena.getByRole('main').getByRole('button', { name: 'Show all', exact: true }).last().click();
  await elena.waitForURL((url) => !url.search.includes('rule=') && url.search.includes('sort=deliveredAt'));
  await list.getByRole('row').nth(5).waitFor();
});

it('shows a warehouse what is sold but not for how much, and lets it deliver', async () => {
  const ivan = await house.enter('ivan');
  await ivan.goto(address);
  await ivan.getByRole('table').first().waitFor();
  expect(await ivan.getByRole('main').textContent()).not.toContain('€');
  await ivan.goto('/orders');
  await ivan.getByRole('columnheader', { name: 'Customer' }).getByRole('button').waitFor();
  expect(await ivan.getByRole('columnheader', { name: 'Amount' }).getByRole('button').count()).toBe(0);
  await findFact(ivan, 'order:');
  await ivan.getByRole('option', { name: 'Order: state', exact: true }).waitFor();
  expect(await ivan.getByRole('option', { name: 'Order: amount', exact: true }).count()).toBe(0);
  await ivan.goto('/products?q=CB-1');
  await ivan.getByRole('row').nth(1).click();
  await dialog(ivan, 'Cold brew 1 l').waitFor();
  expect(await dialog(ivan, 'Cold brew 1 l').getByLabel('Cost').count()).toBe(0);
  await dialog(ivan, 'Cold brew 1 l').getByRole('button', { name: 'Take off sale' }).click();
  await said(ivan, /no longer sold/);
  await dialog(ivan, 'Cold brew 1 l').waitFor({ state: 'detached' });
  await ivan.keyboard.press('Control+z');
  await ivan.getByRole('row').filter({ hasText: 'Cold brew' }).waitFor();
  await ivan.context().close();
});

it.each([[1440, 'en'], [390, 'es']] as const)('has nothing that axe finds in light and dark, %i px, %s', async (width, language) => {
  const page = await house.enter('elena', { width, language });
  for (const path of ['/', '/products', '/products?inactive=true', '/orders', address]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([path, await findInLightAndDark(page)]).toEqual([path, []]);
  }
  const es = language === 'es';
  await page.goto('/products?q=CB-1');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  expect(['product', await findInLightAndDark(page)]).toEqual(['product', []]);
  await page.goto(record);
  await page.getByRole('button', { name: es ? 'Nuevo pedido' : 'New order' }).filter({ visible: true }).first().click();
  const entry = page.getByRole('dialog');
  await entry.getByLabel(es ? 'Producto, 1' : 'Product, 1').fill('CB-1');
  await page.getByRole('option', { name: /Cold brew/ }).click();
  expect(['entry', await findInLightAndDark(page)]).toEqual(['entry', []]);
  await entry.getByRole('button', { name: es ? 'Abrir calendario' : 'Open calendar' }).first().click();
  const calendar = page.getByRole('dialog', { name: es ? 'Calendario' : 'Calendar' });
  await calendar.getByRole('table').waitFor();
  expect(await calendar.textContent()).toMatch(es ? /lu.*ma.*mi/i : /mo.*tu.*we/i);
  expect(['calendar', await findInLightAndDark(page)]).toEqual(['calendar', []]);
  await page.keyboard.press('Escape');
  await calendar.waitFor({ state: 'hidden' });
  await entry.getByLabel(es ? 'Producto, 1' : 'Product, 1').waitFor();
  await page.context().close();
});
