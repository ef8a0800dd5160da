import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from './open-house.ts';

let house: House;
let manager: Page;
let rui: Page;
beforeAll(async () => {
  house = await openHouse();
  manager = await house.enter('elena');
  rui = await house.enter('rui');
});
afterAll(() => house?.close());

interface Listed { id: string; name: string; partner: { name: string } | null }

const list = (page: Page, search?: string): Promise<{ totalCount: number; customers: Listed[] }> => page.evaluate(async (text) => {
  const query = 'query($search: String) { customers(first: 100, search: $search) { totalCount edges { node { id name partner { name } } } } }';
  const response = await fetch('/graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { search: text } }),
  });
  const { data: { customers } } = (await response.json()) as { data: { customers: { totalCount: number; edges: { node: Listed }[] } } };
  return { totalCount: customers.totalCount, customers: customers.edges.map(({ node }) => node) };
}, search);

it('shows a partner his own customers and of the others nothing: list, count, search, page, settings', async () => {
  const all = await list(manager);
  const foreign = all.customers.find(({ partner }) => partner === null)!;
  const own = await list(rui);
  expect(own.totalCount).toBeGreaterThan(0);
  expect(own.totalCount).toBeLessThan(all.totalCount);
  expect(new Set(own.customers.map(({ partner }) => partner?.name))).toEqual(new Set(['Reseller Iberia']));
  expect((await list(rui, foreign.name)).customers.map(({ id }) => id)).not.toContain(foreign.id);

  await rui.goto('/customers');
  await rui.getByRole('grid').getByRole('row').nth(1).waitFor();
  await rui.getByText(String(own.totalCount), { exact: true }).first().waitFor();
  await rui.goto(`/customers/${foreign.id}`);
  await rui.getByText(/does not exist/i).first().waitFor();
  expect(await rui.getByText(foreign.name).count()).toBe(0);
  await rui.goto('/');
  await rui.getByRole('heading', { level: 1 }).waitFor();
  expect(await rui.getByRole('link', { name: /Audit|Users/ }).count()).toBe(0);
});
