import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let elena: Page;
let key = '';

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
}, 180_000);
afterAll(() => house?.close());

const read = (path: string, text = key) => fetch(`${house.origin}/bi/v1/${path}`, { headers: { authorization: `Bearer ${text}` } });
const listed = async (page: Page): Promise<number> => {
  await page.goto('/customers');
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(1).waitFor();
  return Number(await grid.getAttribute('aria-rowcount')) - 1;
};

it('makes a key by keyboard alone, which is shown once, and reads by it as many as the list shows', async () => {
  const shown = await listed(elena);
  await elena.keyboard.press('g');
  await elena.keyboard.press('w');
  await elena.getByRole('heading', { level: 1, name: 'BI access' }).waitFor();
  await elena.getByText('No keys yet.').waitFor();
  await elena.keyboard.press('n');
  const dialog = elena.getByRole('dialog', { name: 'New key' });
  await expect.poll(() => dialog.getByRole('textbox', { name: 'Name' }).evaluate((field) => field === document.activeElement)).toBe(true);
  await elena.keyboard.press('Enter');
  await dialog.getByText('Fill this in.').waitFor();
  await elena.keyboard.type('Power BI');
  await elena.keyboard.press('Enter');
  const once = elena.getByRole('dialog', { name: 'Your key' });
  key = await once.locator('code').textContent() ?? '';
  expect(key).toMatch(/^orb_live_/);
  expect(await findInLightAndDark(elena)).toEqual([]);
  await elena.keyboard.press('Escape');
  await once.waitFor({ state: 'detached' });
  await elena.getByRole('row', { name: /Power BI/ }).getByText(`…${key.slice(-4)}`).waitFor();
  expect(await elena.getByText(key).count()).toBe(0);
  const rows = await (await read('customers.v1.json')).json() as { id: string }[];
  expect([rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([shown, shown]);
});

it('says what can be read, column by column, and what to paste into a tool', async () => {
  await elena.getByText('orders.v1').click();
  await elena.getByText('settled_at').waitFor();
  await elena.getByRole('combobox', { name: 'Tool' }).click();
  await elena.getByRole('option', { name: 'Python (pandas)' }).click();
  await elena.getByRole('combobox', { name: 'Rows' }).click();
  await elena.getByRole('option', { name: 'Orders' }).click();
  await elena.getByText(`orders = pandas.read_csv("${house.origin}/bi/v1/orders.v1.csv"`).waitFor();
  expect(await findInLightAndDark(elena)).toEqual([]);
});

it('revokes a key, which opens nothing from then on; the audit tells of both', async () => {
  await elena.getByRole('button', { name: 'Revoke Power BI' }).click();
  await elena.getByRole('dialog', { name: 'Revoke the key “Power BI”?' }).getByRole('button', { name: 'Revoke' }).click();
  await elena.getByText('The key “Power BI” opens nothing any more.').waitFor();
  await elena.getByRole('row', { name: /Power BI/ }).getByText('Revoked').waitFor();
  expect((await read('customers.v1.json')).status).toBe(401);
  await elena.goto('/settings/audit');
  for (const told of ['Access key “Power BI” made', 'Customers exported as JSON', 'Access key “Power BI” revoked']) await elena.getByText(told).first().waitFor();
});

it('reads nothing of others for a partner, who makes keys of his own', async () => {
  const rui = await house.enter('rui', { width: 390, language: 'es' });
  const shown = await listed(rui);
  await rui.goto('/settings/bi');
  await rui.getByRole('button', { name: 'Nueva clave' }).click();
  await rui.getByRole('textbox', { name: 'Nombre' }).fill('Informe');
  await rui.keyboard.press('Enter');
  const text = await rui.getByRole('dialog', { name: 'Tu clave' }).locator('code').textContent() ?? '';
  await rui.keyboard.press('Escape');
  expect(await findInLightAndDark(rui)).toEqual([]);
  const rows = await (await read('customers.v1.json', text)).json() as { partner_name: string }[];
  expect([rows.length, [...new Set(rows.map(({ partner_name }) => partner_name))]]).toEqual([shown, ['Reseller Iberia']]);
  const all = await (await read('orders.v1.json', text)).json() as { customer_id: string }[];
  const his = new Set((rows as unknown as { id: string }[]).map(({ id }) => id));
  expect([all.length > 0, all.filter(({ customer_id }) => !his.has(customer_id))]).toEqual([true, []]);
  expect((await read('contacts.v1/schema', text)).status).toBe(200);
  await elena.goto('/settings/bi');
  await elena.getByRole('row', { name: /Power BI/ }).waitFor();
  expect(await elena.getByRole('row', { name: /Informe/ }).count()).toBe(0);
});
