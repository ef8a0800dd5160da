import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFact } from './find-fact.ts';
import { findInLightAndDark } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';
import { sqlOf } from './place.ts';

let house: House;
let marta: Page;
let address = '';
let counted = -1;

beforeAll(async () => {
  house = await openHouse();
  marta = await house.enter('marta');
});
afterAll(() => house?.close());

const size = (page: Page) => page.getByTestId('segment-size');
const number = async (page: Page) => Number(((await size(page).textContent()) ?? '').replaceAll(/\D/g, ''));

async function addCondition(page: Page, words: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add condition' }).last().click();
  await page.getByRole('textbox', { name: 'Find a fact…' }).or(page.getByRole('searchbox', { name: 'Find a fact…' })).or(page.getByRole('combobox', { name: 'Find a fact…' })).last().fill(words);
  await page.getByRole('option', { name, exact: true }).waitFor();
  await page.keyboard.press('Enter');
  // The value has the focus before one types it: here nobody waits as people do.
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.placeholder !== 'Find a fact…');
}

it('makes a segment of four conditions by keyboard, counted while it is written', async () => {
  await marta.goto('/segments');
  await marta.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
  await marta.keyboard.press('n');
  await marta.getByRole('textbox', { name: 'Name' }).fill('Loyal in Spain');
  await addCondition(marta, 'orders', 'Orders');
  await marta.keyboard.type('2');
  await addCondition(marta, 'value tier', 'Value tier');
  await marta.getByRole('option', { name: 'A · Key' }).click();
  await marta.getByRole('option', { name: 'B · Important' }).click();
  await marta.keyboard.press('Escape');
  await addCondition(marta, 'country', 'Country');
  await marta.keyboard.type('Spain');
  await marta.getByRole('option', { name: 'Spain', exact: true }).click();
  await marta.keyboard.press('Escape');
  await addCondition(marta, 'last purchase', 'Last purchase');
  await marta.keyboard.press('Control+a');
  await marta.keyboard.type('365');
  await marta.getByText('Orders ≥ 2 and Value tier is A · Key or B · Important and Country is Spain and Last purchase: 365 days ago or less').waitFor();
  await expect.poll(() => marta.getByRole('region', { name: 'Condition by condition' }).getByRole('row').count(), { timeout: 15_000 }).toBe(6);
  // Counted at each key: what stands is that of all three digits.
  await marta.locator('[aria-busy=false]').getByRole('region', { name: 'Condition by condition' }).getByText(/365 days/).waitFor();
  counted = await number(marta);
  expect(counted).toBeGreaterThan(0);
});

it('adds up to all customers in three counts', async () => {
  const parts = await marta.getByRole('status', { name: 'Whom it means' }).locator('li b').allTextContents();
  const total = (await marta.getByRole('status', { name: 'Whom it means' }).locator('p').textContent())?.split('of').at(-1) ?? '';
  expect(parts).toHaveLength(3);
  expect(parts.reduce((sum, part) => sum + Number(part.replaceAll(/\D/g, '')), 0)).toBe(Number(total.replaceAll(/\D/g, '')));
});

it('saves it, lists its members, and shares it', async () => {
  await marta.keyboard.press('Control+Enter');
  await marta.getByRole('heading', { level: 1, name: 'Loyal in Spain' }).waitFor();
  address = new URL(marta.url()).pathname;
  await marta.getByRole('button', { name: 'Members', exact: true }).click();
  await expect.poll(() => marta.getByRole('grid', { name: 'Members' }).getAttribute('aria-rowcount'), { timeout: 15_000 }).toBe(String(counted + 1));
  const elena = await house.enter('elena');
  await elena.goto(address);
  await elena.getByText('does not exist').or(elena.getByText('nothing at this address')).first().waitFor();
  await marta.getByRole('switch', { name: 'Shared' }).check({ force: true });
  await marta.getByText('“Loyal in Spain” is seen by everybody now.').waitFor();
  await elena.reload();
  await elena.getByRole('heading', { level: 1, name: 'Loyal in Spain' }).waitFor();
  expect(await number(elena)).toBe(counted);
});

it('of two who change it lets the first win and shows the other both ways on', async () => {
  const elena = await house.enter('elena');
  await elena.goto(address);
  await elena.getByRole('textbox', { name: 'Description' }).fill('Theirs');
  await marta.goto(address);
  await marta.getByRole('textbox', { name: 'Description' }).fill('Mine');
  const saved = elena.waitForResponse((response) => response.request().postData()?.includes('"UpdateSegment"') === true);
  await elena.keyboard.press('Control+Enter');
  await saved;
  await marta.keyboard.press('Control+Enter');
  await marta.getByRole('alert').filter({ hasText: 'Elena Vidal' }).waitFor();
  await marta.getByRole('button', { name: 'Save mine over it' }).click();
  await marta.getByRole('alert').waitFor({ state: 'detached' });
  await elena.reload();
  await expect.poll(() => elena.getByRole('textbox', { name: 'Description' }).inputValue(), { timeout: 15_000 }).toBe('Mine');
  await elena.context().close();
});

it('keeps the unfinished condition out of the count and says what is missing when one saves', async () => {
  await marta.goto(address);
  await addCondition(marta, 'revenue 12', 'Revenue, 12 months');
  await marta.getByText('Finish the conditions to read the rule here.').waitFor();
  await marta.keyboard.press('Control+Enter');
  await marta.getByText('Give a value.').waitFor();
  await marta.goto('/segments');
});

it('keeps what is being written through a reload and a way elsewhere, until it is saved or given up', async () => {
  await marta.goto(address);
  await marta.getByRole('textbox', { name: 'Description' }).fill('Half a thought');
  await addCondition(marta, 'tags', 'Tags');
  await marta.keyboard.type('vip');
  await marta.keyboard.press('Enter');
  const words = marta.getByText(/and Tags includes .*vip/).first();
  await words.waitFor();
  await marta.reload();
  await words.waitFor();
  await marta.getByText('What you had written is here again.').waitFor();
  await marta.getByRole('link', { name: 'Customers' }).first().click();
  await marta.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await marta.goBack();
  await words.waitFor();
  expect(await marta.getByRole('textbox', { name: 'Description' }).inputValue()).toBe('Half a thought');
  await marta.getByRole('button', { name: 'Start anew' }).click();
  await words.waitFor({ state: 'detached' });
  expect(await marta.getByRole('textbox', { name: 'Description' }).inputValue()).toBe('Mine');
  await marta.reload();
  await marta.getByRole('heading', { level: 1, name: 'Loyal in Spain' }).waitFor();
  expect(await marta.getByText('What you had written is here again.').count()).toBe(0);
});

it('is deleted, and brought back by Undo', async () => {
  await marta.goto(address);
  await marta.getByRole('button', { name: 'More about this segment' }).click();
  await marta.getByRole('menuitem', { name: 'Delete the segment' }).click();
  await marta.getByText('Segment “Loyal in Spain” deleted.').waitFor();
  await marta.keyboard.press('Control+z');
  await marta.getByText('Segment “Loyal in Spain” is back.').waitFor();
  await marta.goto(address);
  await expect.poll(() => number(marta), { timeout: 15_000 }).toBe(counted);
});

it('is found by who made it and when: the list is sorted by a click on a head', async () => {
  await marta.goto('/segments');
  await marta.getByRole('grid').getByRole('row').nth(1).waitFor();
  await marta.getByRole('button', { name: 'Updated', exact: true }).click();
  await marta.waitForURL(/sort=updatedAt/);
  await marta.getByRole('button', { name: 'Updated', exact: true }).click();
  await marta.waitForURL(/desc=true/);
  await expect.poll(() => marta.getByRole('grid').getByRole('row').nth(1).textContent()).toContain('Loyal');
});

it('is found by a rule over the segments themselves, which stands in the address', async () => {
  await marta.goto('/segments');
  const list = marta.getByRole('grid');
  await list.getByRole('row').nth(1).waitFor();
  const all = Number(await list.getAttribute('aria-rowcount'));
  await findFact(marta, 'segment: name');
  await marta.getByRole('option', { name: 'Segment: name', exact: true }).click();
  await marta.getByRole('dialog', { name: 'Filter', exact: true }).getByRole('textbox').last().fill('LOYAL');
  await marta.keyboard.press('Control+Enter');
  await marta.waitForURL(/rule=.*segment\.name/);
  await expect.poll(async () => Number(await list.getAttribute('aria-rowcount')), { timeout: 10_000 }).toBeLessThan(all);
  await marta.reload();
  await list.getByRole('row').nth(1).getByText('Loyal').waitFor();
  expect(await findInLightAndDark(marta)).toEqual([]);
});

it('stands beside another segment with what they share', async () => {
  await marta.goto('/segments/new?name=All+of+Spain&rule=country*in*sES*-');
  await marta.getByRole('textbox', { name: 'Name' }).waitFor();
  await expect.poll(() => number(marta), { timeout: 15_000 }).toBeGreaterThan(counted);
  const all = await number(marta);
  await marta.keyboard.press('Control+Enter');
  await marta.getByRole('heading', { level: 1, name: 'All of Spain' }).waitFor();
  const other = new URL(marta.url()).pathname.split('/').at(-1);
  await marta.goto(`/segments/compare?a=${address.split('/').at(-1)}&b=${other}`);
  const overlap = marta.getByRole('region', { name: 'Overlap' }).getByRole('listitem');
  await overlap.first().waitFor();
  const figures = (await overlap.locator('b').allTextContents()).map((text) => Number(text.replaceAll(/\D/g, '')));
  expect(figures).toEqual([0, counted, all - counted]);
});

it('keeps a list by hand: on it by name, off it with a way back', async () => {
  await marta.goto('/segments/new?kind=LIST');
  await marta.getByRole('textbox', { name: 'Name' }).fill('Invited to the fair');
  await marta.keyboard.press('Control+Enter');
  await marta.getByRole('heading', { level: 1, name: 'Invited to the fair' }).waitFor();
  await marta.getByRole('combobox', { name: 'Add a customer…' }).or(marta.getByRole('textbox', { name: 'Add a customer…' })).first().fill('hotel');
  await marta.getByRole('option').first().click();
  const grid = marta.getByRole('grid', { name: 'Members' });
  await expect.poll(() => grid.getAttribute('aria-rowcount'), { timeout: 15_000 }).toBe('2');
  await grid.getByRole('checkbox').first().check();
  await marta.getByRole('button', { name: 'Take 1 off the list' }).click();
  await grid.waitFor({ state: 'detached' });
  await marta.keyboard.press('Control+z');
  await expect.poll(() => grid.getAttribute('aria-rowcount'), { timeout: 15_000 }).toBe('2');
});

it('keeps the state of the list of customers as a view that stands in the navigation', async () => {
  await marta.goto('/segments?q=Spain');
  await marta.getByRole('button', { name: 'Views', exact: true }).click();
  await marta.getByRole('menuitem', { name: 'Save view as…' }).click();
  await marta.getByRole('textbox', { name: 'Name' }).fill('Of Spain');
  await marta.keyboard.press('Enter');
  const link = marta.getByRole('navigation').getByRole('link', { name: 'Of Spain' }).first();
  await link.waitFor();
  await marta.goto('/');
  await link.click();
  await marta.waitForURL('**/segments?q=Spain');
});

it.each([1440, 390])('has nothing that axe finds in light and dark, %i px', async (width) => {
  const page = await house.enter('marta', { width });
  for (const path of ['/segments', '/segments/new?rule=and*not*lastOrderAt*reached*some*orders*and*amount*ge*n10000*-*no*or*country*in*sES*-*-*-', address, `${address}?view=members`, `${address}?view=changes`, `/segments/compare?a=${address.split('/').at(-1)}`]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([path, await findInLightAndDark(page)]).toEqual([path, []]);
  }
  await page.context().close();
});

it('counts what the database counts', async () => {
  await house.stop();
  const [row] = await sqlOf<{ count: number }>(house.place, `
    select count(*)::int as count from customer c
    where c.deleted_at is null and c.merged_into is null
      and (select count(*) from sales_order o where o.customer_id = c.id and o.cancelled_at is null and not o.returned_whole) >= 2
      and (select f.value_tier from customer_facts f where f.customer_id = c.id) in ('A', 'B')
      and (select f.country from customer_facts f where f.customer_id = c.id) = 'ES'
      and (select max(o.placed_at) from sales_order o where o.customer_id = c.id and o.cancelled_at is null and not o.returned_whole) > now() - interval '366 days'`);
  expect(row?.count).toBe(counted);
});
