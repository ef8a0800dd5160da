import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { findFact } from './find-fact.ts';
import { type House, openHouse } from './open-house.ts';
import { sqlOf } from './place.ts';

let house: House;
let elena: Page;
let told = { calls: 0, found: 0 };

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
}, 180_000);
afterAll(() => house?.close());

const grid = (page: Page, name = 'Activities') => page.getByRole('grid', { name, exact: true });
/** How many the list says it has: its rows and its head. */
const total = async (page: Page) => Number(await grid(page).getAttribute('aria-rowcount')) - 1;

it('lists by keyboard what was done with everybody, finds, narrows and sorts it, and keeps that in the address', async () => {
  await elena.goto('/');
  await elena.getByRole('heading', { level: 1 }).waitFor();
  await elena.waitForLoadState('networkidle');
  await elena.keyboard.press('g');
  await elena.keyboard.press('v');
  const rows = grid(elena).getByRole('row');
  await rows.nth(1).getByRole('link').waitFor();
  expect(await findInLightAndDark(elena)).toEqual([]);
  const everything = await total(elena);
  await elena.getByRole('combobox', { name: 'Kind', exact: true }).click();
  await elena.getByRole('option', { name: 'Call', exact: true }).click();
  await elena.waitForURL(/kind=CALL/);
  await expect.poll(() => total(elena)).toBeLessThan(everything);
  const calls = await total(elena);
  await elena.getByRole('searchbox', { name: 'Search activities', exact: true }).fill('BIENVENID');
  await elena.waitForURL(/q=BIENVENID/);
  await expect.poll(() => total(elena)).toBeLessThan(calls);
  told = { calls, found: await total(elena) };
  await rows.nth(1).getByText('Llamada de bienvenida').waitFor();
  await elena.getByRole('button', { name: 'Customer', exact: true }).click();
  await elena.waitForURL(/sort=customer/);
  await findFact(elena, 'activity: minutes');
  await elena.getByRole('option', { name: 'Activity: minutes' }).click();
  await elena.getByRole('dialog', { name: 'Filter', exact: true }).waitFor();
  await elena.keyboard.press('Escape');
  await elena.reload();
  await rows.nth(1).getByText('Llamada de bienvenida').waitFor();
  const customer = (await rows.nth(1).getByRole('link').textContent())!;
  await elena.keyboard.press('j');
  await elena.keyboard.press('Enter');
  await elena.getByRole('heading', { level: 1, name: customer }).waitFor();
});

it('narrows the tasks of the inbox by a word, says when none is left, and leads back to all', async () => {
  const ana = await house.enter('ana');
  await ana.goto('/inbox');
  const tasks = ana.getByRole('main').getByRole('checkbox');
  await tasks.first().waitFor();
  const all = await tasks.count();
  const subject = (await tasks.first().getAttribute('aria-label'))!.replace(/^Complete “(.*)”$/, '$1');
  await ana.getByRole('searchbox', { name: 'Search tasks', exact: true }).fill(subject.split(' ')[0]!.toUpperCase());
  await ana.waitForURL(/q=/);
  await tasks.first().waitFor();
  expect(await tasks.count()).toBeLessThanOrEqual(all);
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.getByRole('searchbox', { name: 'Search tasks', exact: true }).fill('nothing is called so');
  await ana.getByText('Nothing matches.').waitFor();
  await ana.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => tasks.count()).toBe(all);
});

it('holds on a telephone, in the dark and in Spanish, and takes the file away that was asked for', async () => {
  const small = await house.enter('elena', { width: 390, language: 'es' });
  await small.goto('/activities?q=visita');
  await grid(small, 'Actividades').getByRole('row').nth(1).getByRole('link').waitFor();
  expect(await findInLightAndDark(small)).toEqual([]);
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await small.getByRole('button', { name: 'Exportar', exact: true }).click();
  const [file] = await Promise.all([small.waitForEvent('download'), small.getByRole('menuitem', { name: /CSV/ }).click()]);
  expect(file.suggestedFilename()).toMatch(/^Actividades .*\.csv$/);
  await small.goto('/inbox');
  await small.getByRole('heading', { level: 1, name: 'Bandeja' }).waitFor();
  expect(await findWithAxe(small)).toEqual([]);
});

it('counted what the database counts', async () => {
  await house.stop();
  const [row] = await sqlOf<{ calls: number; found: number }>(house.place, `
    select count(*)::int as calls, (count(*) filter (where a.subject ~* '\\mbienvenid' or a.body ~* '\\mbienvenid'))::int as found
    from activity a join customer c on c.id = a.customer_id where a.kind = 'CALL' and a.deleted_at is null and c.deleted_at is null`);
  expect(row).toEqual(told);
});
