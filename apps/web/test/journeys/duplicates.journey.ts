import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let admin: Page;

beforeAll(async () => {
  house = await openHouse();
  admin = await house.enter('admin@orbita.example');
}, 180_000);
afterAll(() => house?.close());

async function type(page: Page, name: string, phone: string): Promise<void> {
  await page.goto('/customers');
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('textbox', { name: 'Telephone' }).fill(phone);
}

it('shows who may be here already while he is typed, and makes him all the same when one says so', async () => {
  await type(admin, 'Destilerías Zubizarreta SL', '941 77 55 33');
  await admin.keyboard.press('Control+Enter');
  await admin.getByRole('heading', { level: 1, name: 'Destilerías Zubizarreta SL' }).waitFor();
  await type(admin, 'Destilerias Zubizareta', '941775533');
  const there = admin.getByRole('region', { name: 'May be here already' });
  await there.getByRole('link', { name: 'Destilerías Zubizarreta SL' }).waitFor();
  await there.getByText('Very similar name; same telephone').waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
  await admin.keyboard.press('Control+Enter');
  await admin.getByRole('button', { name: 'Create all the same' }).click();
  await admin.getByRole('heading', { level: 1, name: 'Destilerias Zubizareta' }).waitFor();
});

it('waits in the queue, is kept as two by one key and taken up again, and leads to where both are made one', async () => {
  await admin.keyboard.press('g');
  await admin.keyboard.press('x');
  await admin.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor();
  const pair = admin.getByRole('article', { name: /Destilerías Zubizarreta SL/ });
  // The clock compares once a minute; who asks does not wait for it.
  await admin.getByRole('button', { name: 'Compare everybody' }).first().click();
  // It is told at once and goes by itself, however long the comparing takes.
  await admin.getByText('Everybody is being compared').first().waitFor();
  await pair.waitFor({ timeout: 30_000 });
  await pair.getByText('Probably the same').waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
  await pair.getByRole('button', { name: 'Two customers' }).click();
  await pair.waitFor({ state: 'detached' });
  await admin.getByRole('button', { name: 'Kept as two' }).click();
  await pair.getByText('Kept as two by').waitFor();
  await pair.getByRole('button', { name: 'Look at it again' }).click();
  await pair.waitFor({ state: 'detached' });
  await admin.getByRole('button', { name: 'To look at', exact: true }).click();
  await pair.waitFor();
  while (await pair.getAttribute('aria-current') === null) await admin.keyboard.press('j');
  await admin.keyboard.press('x');
  await pair.waitFor({ state: 'detached' });
  await admin.keyboard.press('Control+z');
  await pair.waitFor();
  expect(await pair.getByRole('link', { name: 'Compare', exact: true }).getAttribute('href')).toMatch(/^\/customers\/merge\?ids=[0-9a-f-]{36},[0-9a-f-]{36}$/);
}, 120_000);

it('is searched by what one of the two is found by, and filtered by what is true of one', async () => {
  await admin.goto('/duplicates');
  const pair = admin.getByRole('article', { name: /Destilerías Zubizarreta SL/ });
  await pair.waitFor();
  const search = admin.getByRole('searchbox', { name: 'Search duplicates' });
  await search.fill('zubizarreta');
  await expect.poll(() => new URL(admin.url()).searchParams.get('q')).toBe('zubizarreta');
  await pair.waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
  await search.fill('qqqq');
  await admin.getByText('No pair fits the search and the filters.').waitFor();
  await admin.getByRole('button', { name: 'Show all' }).click();
  await pair.waitFor();
  await admin.goto(`/duplicates?rule=${encodeURIComponent(JSON.stringify({ fact: 'kind', is: 'eq', value: 'PERSON' }))}`);
  await admin.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor();
  await pair.waitFor({ state: 'detached' });
});

it('asks at once about all who hang together, leaves one out, makes the others one, and takes them apart again', async () => {
  await admin.goto('/duplicates');
  const pair = admin.getByRole('article', { name: /Destilerías Zubizarreta SL/ });
  await pair.waitFor();
  await type(admin, 'Zubizarreta Destilerias', '941775533');
  await admin.keyboard.press('Control+Enter');
  await admin.getByRole('button', { name: 'Create all the same' }).click();
  await admin.getByRole('heading', { level: 1, name: 'Zubizarreta Destilerias' }).waitFor();
  await admin.goto('/duplicates?q=zubizarreta');
  const many = admin.getByRole('article').filter({ hasText: '3 records that may be one' });
  await many.waitFor({ timeout: 60_000 });
  expect(await admin.getByRole('article').count()).toBe(1);
  expect(await many.getByRole('button', { name: 'Two customers' }).count()).toBeGreaterThan(1);
  expect(await findInLightAndDark(admin)).toEqual([]);
  await admin.keyboard.press('Enter');
  await admin.getByRole('heading', { level: 1, name: 'Merge customers' }).waitFor();
  const stays = admin.getByRole('radiogroup', { name: 'Who stays' });
  await stays.waitFor();
  expect(await stays.getByRole('radio').count()).toBe(3);
  expect(await findInLightAndDark(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Leave out Zubizarreta Destilerias' }).click();
  await expect.poll(() => stays.getByRole('radio').count()).toBe(2);
  await admin.getByRole('textbox', { name: 'Add another record' }).or(admin.getByRole('combobox', { name: 'Add another record' })).first().fill('Zubizarreta Destilerias');
  await admin.getByRole('option', { name: 'Zubizarreta Destilerias', exact: true }).click();
  await expect.poll(() => stays.getByRole('radio').count()).toBe(3);
  await admin.getByRole('radiogroup', { name: 'Name' }).getByRole('radio').nth(0).check();
  await admin.keyboard.press('Control+Enter');
  await admin.getByText(/are part of .* now/).waitFor();
  const merged = admin.getByRole('region', { name: 'Merged customers' });
  await merged.waitFor();
  expect(await merged.getByRole('button', { name: /^Undo merging with/ }).count()).toBe(2);
  await admin.getByRole('button', { name: /^Undo$|^Undo / }).last().click();
  await merged.waitFor({ state: 'detached' });
  await admin.goto('/duplicates?q=zubizarreta');
  await many.waitFor({ timeout: 60_000 });
}, 180_000);

it('holds on a telephone, in the dark and in Spanish', async () => {
  const page = await house.enter('elena', { width: 390, scheme: 'dark', language: 'es' });
  await page.goto('/duplicates');
  await page.getByRole('heading', { level: 1, name: 'Duplicados' }).waitFor();
  await page.getByRole('article', { name: /Destilerías Zubizarreta SL/ }).waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
