import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from './open-house.ts';
import { environmentOf } from './place.ts';

const root = join(import.meta.dirname, '../../../..');
const data = join(process.env['ORBITA_TEST_DATA'] ?? join(root, '../shared/data'), 'northwind');
if (!existsSync(data)) console.log(`Skipped: there is no ${data}. Set ORBITA_TEST_DATA to the folder that holds northwind.`);

let house: House;
let admin: Page;
beforeAll(async () => {
  if (!existsSync(data)) return;
  house = await openHouse('empty');
  admin = await house.enter('admin@orbita.example');
});
afterAll(() => house?.close());

// A company that sells in dollars, as Northwind does: nothing is booked yet, so its currency may be set.
const sellInDollars = (page: Page) => page.evaluate(async () => {
  const ask = async (query: string) => (await fetch('/graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }),
  })).json() as Promise<{ data: Record<string, { version?: number; refusal?: unknown }> }>;
  const { data: { company } } = await ask('{ company { version } }');
  return (await ask(`mutation { updateCompany(input: { expectedVersion: ${company!.version}, currency: "USD" }) { refusal { code } } }`)).data['updateCompany'];
});

const orbita = (...words: string[]): string => execFileSync(process.execPath, [join(root, 'apps/api/dist/command-line.js'), ...words], {
  env: { ...process.env, ...environmentOf(house.place) }, encoding: 'utf8',
});

/** The same sum computed apart, from the files: every line half up to the cent. */
function soldTo(customer: string): { orders: number; cents: number } {
  const rows = (file: string) => readFileSync(join(data, file), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
  const numbers = new Set(rows('orders.csv').filter((row) => row[1] === customer).map((row) => row[0]));
  const cents = rows('order_details.csv').filter((row) => numbers.has(row[0]))
    .reduce((sum, [, , price, quantity, discount]) => sum + Math.round(Number(price) * Number(quantity) * (1 - Number(discount)) * 100 + 1e-6), 0);
  return { orders: numbers.size, cents };
}

it.skipIf(!existsSync(data))('loads Northwind by one command while the server runs, and finds a customer with all his orders and amounts', async () => {
  expect(await sellInDollars(admin)).toEqual({ refusal: null });
  const mappings = ['customers', 'products', 'orders'].map((name) => join(root, `packages/database/mappings/northwind/${name}.json`));
  const told = orbita('import', ...mappings, '--data', data, '--problems', house.place.folder);
  expect(told).toContain('830 orders');
  await admin.goto('/');
  await admin.getByRole('heading', { level: 1 }).waitFor();
  await admin.keyboard.press('Control+k');
  await admin.getByRole('combobox').fill('emparedados trujilo');
  await admin.getByRole('option', { name: 'Ana Trujillo Emparedados' }).first().click();
  await admin.getByRole('heading', { level: 1, name: 'Ana Trujillo Emparedados y helados' }).waitFor();
  const { orders, cents } = soldTo('ANATR');
  const id = admin.url().split('/').at(-1)!;
  const shown = await admin.evaluate(async (customer) => {
    const query = `{ customer(id: "${customer}") { facts { ordersCount revenueTotal { amount currency } } orders(first: 100) { totalCount edges { node { companyAmount { amount } } } } } }`;
    const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    return ((await response.json()) as { data: { customer: { facts: unknown; orders: { totalCount: number; edges: { node: { companyAmount: { amount: string } } }[] } } } }).data.customer;
  }, id);
  expect(shown.facts).toEqual({ ordersCount: orders, revenueTotal: { amount: (cents / 100).toFixed(2), currency: 'USD' } });
  expect(shown.orders.edges.reduce((sum, { node }) => sum + Math.round(Number(node.companyAmount.amount) * 100), 0)).toBe(cents);
  await admin.getByText(String(orders), { exact: true }).first().waitFor();
});
