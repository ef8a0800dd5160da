import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFact } from './find-fact.ts';
import { findInLightAndDark } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let admin: Page;
const administrator = 'admin@orbita.example';

beforeAll(async () => {
  house = await openHouse();
  admin = await house.enter(administrator);
});
afterAll(() => house?.close());

it('makes a person whose password is shown once, and who signs in with it', async () => {
  await admin.goto('/settings/users');
  await admin.getByRole('heading', { level: 1, name: 'Users and roles' }).waitFor();
  await admin.getByRole('grid').waitFor();
  await admin.keyboard.press('n');
  const panel = admin.getByRole('dialog', { name: 'New person' });
  await panel.getByRole('textbox', { name: 'Name' }).fill('Nora Paz');
  await panel.getByRole('textbox', { name: 'E-mail' }).fill('ana@almendra.example');
  await panel.getByRole('button', { name: 'Generate', exact: true }).click();
  await admin.keyboard.press('Control+Enter');
  await panel.getByText('“ana@almendra.example” is already taken').waitFor();
  await panel.getByRole('textbox', { name: 'E-mail' }).fill('nora@almendra.example');
  await admin.keyboard.press('Control+Enter');
  const once = admin.getByRole('dialog', { name: 'Nora Paz can sign in' });
  const password = await once.locator('code').textContent() ?? '';
  expect(password.length).toBeGreaterThan(20);
  await once.getByRole('button', { name: 'I have noted it down' }).click();
  const nora = await house.enter('nora', { password });
  await nora.getByRole('heading', { level: 1 }).waitFor();
  await nora.goto('/settings/audit');
  await nora.getByText('Only managers and administrators see who did what.').waitFor();
  await nora.context().close();
});

it('narrows the people by a rule, which stands in the address', async () => {
  await admin.goto('/settings/users');
  const list = admin.getByRole('grid');
  await list.getByRole('row').nth(1).waitFor();
  const everybody = Number(await list.getAttribute('aria-rowcount'));
  await findFact(admin, 'user: role');
  await admin.getByRole('option', { name: 'User: role', exact: true }).click();
  const filter = admin.getByRole('dialog', { name: 'Filter', exact: true });
  await filter.getByRole('combobox').or(filter.getByRole('textbox')).last().fill('manag');
  await admin.getByRole('option', { name: 'Manager', exact: true }).click();
  await admin.keyboard.press('Control+Enter');
  await admin.waitForURL(/rule=.*user\.role/);
  await expect.poll(async () => Number(await list.getAttribute('aria-rowcount')), { timeout: 10_000 }).toBeLessThan(everybody);
  await admin.reload();
  await list.getByRole('row').nth(1).getByText('Manager').waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
  expect(await list.getByRole('gridcell', { name: 'Sales', exact: true }).count()).toBe(0);
});

it('ends a session, and shuts a person out after asking', async () => {
  const marta = await house.enter('marta');
  await admin.goto('/settings/users?tab=sessions');
  await admin.getByRole('row').filter({ hasText: 'Marta Pons' }).getByRole('button', { name: 'End', exact: true }).click();
  await admin.getByText('A session of Marta Pons has ended.').waitFor();
  // The page may leave for the door before it has loaded.
  await marta.goto('/customers').catch(() => {});
  await expect.poll(() => marta.url()).toContain('/sign-in?');
  await marta.context().close();
  await admin.goto('/settings/users?q=Nora');
  await admin.getByRole('row').filter({ hasText: 'Nora Paz' }).click();
  await admin.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await admin.getByRole('dialog', { name: 'Deactivate Nora Paz?' }).getByRole('button', { name: 'Deactivate', exact: true }).click();
  await admin.getByText('Nora Paz may no longer come in.').waitFor();
});

it('sends whoever forgot his password a letter, and lets him in with a new one, by keyboard', async () => {
  const page = await (await house.browser.newContext({ baseURL: house.origin, viewport: { width: 390, height: 800 } })).newPage();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Choose a new password' }).waitFor();
  expect(await findInLightAndDark(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('jon@almendra.example');
  await page.keyboard.press('Enter');
  await page.getByText('If jon@almendra.example has an account').waitFor();
  const outbox = join(house.place.folder, 'outbox');
  await expect.poll(() => existsSync(outbox) && readdirSync(outbox).length).toBe(1);
  const letter = readFileSync(join(outbox, readdirSync(outbox)[0]!), 'utf8').replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
  await page.goto(/http:\S+\/reset-password\?token=\S+/.exec(letter)![0]);
  await page.getByRole('heading', { level: 1, name: 'Your new password' }).waitFor();
  await page.keyboard.type('one that nobody guesses');
  await page.getByLabel('New password again', { exact: true }).fill('one that nobody guesses');
  await page.keyboard.press('Enter');
  await page.getByText('Your new password is kept.').waitFor();
  await page.context().close();
  const jon = await house.enter('jon', { password: 'one that nobody guesses' });
  await jon.getByRole('heading', { level: 1 }).waitFor();
  await jon.context().close();
});

it('renames a team in place, and keeps one that people belong to', async () => {
  await admin.goto('/settings/users?tab=groups');
  await admin.getByRole('button', { name: 'Rename Norte' }).click();
  await admin.getByRole('textbox', { name: 'Rename Norte' }).fill('Norte y Galicia');
  await admin.keyboard.press('Enter');
  await admin.getByText('Norte y Galicia').waitFor();
  await admin.getByRole('button', { name: 'Remove Norte y Galicia' }).click();
  await admin.getByRole('status').getByText('does not fit').waitFor();
});

it('refuses working hours that overlap at their day, and keeps a holiday', async () => {
  await admin.goto('/settings/company');
  await admin.getByRole('textbox', { name: 'Monday, until' }).fill('08:00');
  await admin.getByRole('button', { name: 'Save', exact: true }).first().click();
  await admin.getByRole('listitem').filter({ hasText: 'Monday' }).getByRole('alert').waitFor();
  await admin.getByRole('textbox', { name: 'Monday, until' }).fill('17:30');
  await admin.reload();
  await admin.getByText('What you had written is here again.').waitFor();
  await admin.getByLabel('New holiday').fill('2026-12-25');
  await admin.getByRole('button', { name: 'Add day' }).click();
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('Company saved.').waitFor();
  await admin.reload();
  await admin.getByText('Friday 25 December 2026').or(admin.getByText('Friday, 25 December 2026')).waitFor();
  await expect.poll(() => admin.getByRole('textbox', { name: 'Monday, until' }).inputValue(), { timeout: 15_000 }).toBe('17:30');
});

it('puts the company’s sign where its name stands, and refuses what is no picture', async () => {
  await admin.goto('/settings/company');
  const logo = admin.getByRole('group', { name: 'Logo' });
  await logo.locator('input[type=file]').setInputFiles({ name: 'sign.txt', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await logo.getByRole('alert').waitFor();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 8 8"><rect width="8" height="8" fill="#525cec"/></svg>';
  await logo.locator('input[type=file]').setInputFiles({ name: 'sign.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  await logo.getByRole('img', { name: 'Logo' }).waitFor();
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('Company saved.').waitFor();
  await admin.reload();
  const shown = admin.locator('img[src^="data:image/png"]');
  await shown.first().waitFor();
  expect(await shown.first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192);
});

it('goes back in the audit trail page by page, and on to what is older than it keeps in sight', async () => {
  await admin.goto('/settings/audit');
  const trail = admin.getByRole('region', { name: 'Audit' });
  await trail.getByRole('row').nth(1).waitFor();
  // Asked of the element itself: to work out roles among a thousand rows, each time, takes far longer than to draw them.
  const region = await trail.elementHandle() ?? expect.fail('no trail');
  const older = 'Show the 1,000 before these';
  await expect.poll(() => region.evaluate((list, text) => {
    list.scrollTo(0, list.scrollHeight);
    return list.textContent.includes(text);
  }, older), { timeout: 60_000, interval: 150 }).toBe(true);
  const rows = await trail.locator('tr').count();
  await trail.getByRole('button', { name: older }).click();
  await trail.getByRole('button', { name: 'Back to the latest' }).waitFor();
  expect(rows).toBeGreaterThanOrEqual(500);
});

it('tells in the audit trail who changed the company, by person and kind', async () => {
  await admin.goto('/settings/audit');
  await admin.getByText('Company settings changed').first().waitFor();
  await admin.getByText('Person made').first().waitFor();
  await admin.goto('/settings/audit?kinds=%5B%22company%22%5D');
  await admin.getByText('Company settings changed').first().waitFor();
  expect(await admin.getByText('Person made').count()).toBe(0);
  await admin.goto('/settings/audit?who=nobody');
  await admin.getByRole('alert').getByText(/not there any more/).waitFor();
});

it('finds in the audit trail by words and by a rule, which stand in the address', async () => {
  await admin.goto('/settings/audit');
  await admin.getByText('Person made').first().waitFor();
  await admin.getByRole('searchbox', { name: 'Find by customer or person…' }).fill('nobody is called so');
  await admin.waitForURL(/q=nobody/);
  await admin.getByText('Nothing happened that fits these filters.').waitFor();
  await admin.getByRole('button', { name: 'Clear', exact: true }).click();
  await admin.waitForURL((url) => !url.search.includes('q='));
  await findFact(admin, 'audit: about');
  await admin.getByRole('option', { name: 'Audit: about', exact: true }).click();
  const filter = admin.getByRole('dialog', { name: 'Filter', exact: true });
  await filter.getByRole('combobox').or(filter.getByRole('textbox')).last().fill('compa');
  await admin.getByRole('option', { name: 'Company', exact: true }).click();
  await admin.keyboard.press('Control+Enter');
  await admin.waitForURL(/rule=.*audit\.group/);
  await admin.reload();
  await admin.getByText('Company settings changed').first().waitFor();
  expect(await admin.getByText('Person made').count()).toBe(0);
  expect(await findInLightAndDark(admin)).toEqual([]);
});

it.each([1440, 390])('has nothing that axe finds in light and dark, %i px', async (width) => {
  const page = await house.enter(administrator, { width });
  for (const path of ['/settings/users', '/settings/users?tab=groups', '/settings/users?tab=sessions', '/settings/users?tab=roles', '/settings/company', '/settings/audit', '/settings/profile']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([path, await findInLightAndDark(page)]).toEqual([path, []]);
  }
  await page.context().close();
});
