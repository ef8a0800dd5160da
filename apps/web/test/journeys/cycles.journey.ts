import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';
import { sqlOf } from './place.ts';

let house: House;
let elena: Page;
let shown: Record<string, number> = {};

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
}, 180_000);
afterAll(() => house?.close());

const number = (text: string | null): number => Number((text ?? '').replaceAll(/\D/g, ''));
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** The first customer of the list for whom a rule holds. */
async function openCustomer(page: Page, rule: object): Promise<void> {
  await page.goto(`/customers?rule=${encodeURIComponent(JSON.stringify(rule))}`);
  await page.getByRole('row').nth(1).click();
  await page.getByRole('list', { name: 'Open cycles' }).waitFor();
}

it('shows by keyboard how far the cycles of a year came, and how they ended; the parts add up', async () => {
  await elena.getByRole('heading', { level: 1 }).waitFor();
  await elena.keyboard.press('g');
  await elena.keyboard.press('f');
  await elena.getByRole('heading', { level: 1, name: 'Funnel' }).waitFor();
  await elena.goto('/funnel?period=all');
  await card(elena, 'Funnel').getByText('After-sales').waitFor();
  const bars = card(elena, 'How they ended').getByRole('listitem');
  const parts = await bars.locator(':scope > .num').allTextContents();
  const stats = await card(elena, 'Total').locator('b').allTextContents();
  shown = { started: number(stats[0] ?? ''), open: number(stats[1] ?? ''), parts: parts.reduce((sum, text) => sum + number(text), 0) };
  expect(shown['started']).toBeGreaterThan(100);
  expect(shown['parts']).toBe(shown['started']);
  const rows = card(elena, 'Cohorts').locator('tbody tr');
  const started = await rows.locator('td:nth-of-type(1)').allTextContents();
  expect(started.reduce((sum, text) => sum + number(text), 0)).toBe(shown['started']);
});

it('keeps its filters in the address', async () => {
  await elena.getByRole('combobox', { name: 'Origin' }).click();
  await elena.getByRole('option', { name: 'Win-back', exact: true }).click();
  await expect.poll(() => elena.url()).toContain('origin=WIN_BACK');
  await elena.reload();
  await card(elena, 'Cohorts').waitFor();
  const started = number((await card(elena, 'Total').locator('b').allTextContents())[0] ?? '');
  expect(started).toBeLessThan(shown['started'] ?? 0);
  await elena.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => elena.url()).not.toContain('origin');
  const startedNow = async () => number((await card(elena, 'Total').locator('b').allTextContents())[0] ?? '');
  await expect.poll(startedNow).toBeGreaterThan(started);
  // One month, by keyboard: its funnel, its times and its ledger are those of its row.
  const row = card(elena, 'Cohorts').locator('tbody tr').nth(1);
  const of = number(await row.locator('td').first().textContent());
  await row.getByRole('button').press('Enter');
  await expect.poll(() => elena.url()).toMatch(/month=\d{4}-\d\d/);
  await expect.poll(startedNow).toBe(of);
  expect(await findWithAxe(elena)).toEqual([]);
  await elena.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => elena.url()).not.toContain('month');
});

it.each([[1440, 'en'], [390, 'es']] as const)(
  'finds nothing wrong with the page in light and dark at %i in %s', async (width, language) => {
    const page = await house.enter('elena', { width, language });
    await page.goto('/funnel?period=all');
    await card(page, language === 'en' ? 'Cohorts' : 'Cohortes').waitFor();
    expect(await findInLightAndDark(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.context().close();
  });

it('records that a customer has left, why, and takes it back; what closed stays closed', async () => {
  await openCustomer(elena, { fact: 'openInAfterSales', is: 'ge', value: 1 });
  const cycle = card(elena, 'Cycle');
  expect(await findWithAxe(elena)).toEqual([]);
  await cycle.getByRole('button', { name: 'Has left…' }).click();
  const dialog = elena.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Reason' }).click();
  await elena.getByRole('option', { name: 'Competitor', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Told on the telephone');
  expect(await findWithAxe(elena)).toEqual([]);
  await elena.keyboard.press('Control+Enter');
  await cycle.getByText('Left on').waitFor();
  await elena.getByText('Has left: Competitor').waitFor();
  await cycle.getByRole('button', { name: 'He has not left' }).click();
  await elena.getByText('Departure withdrawn').first().waitFor();
  await cycle.getByRole('button', { name: 'Has left…' }).waitFor();
});

it('records the notice of a contract', async () => {
  await openCustomer(elena, { and: [{ fact: 'contractEndsAt', is: 'daysUntil', compare: 'ge', days: 40 }, { not: { fact: 'noticeEndsAt', is: 'isSet' } }] });
  const cycle = card(elena, 'Cycle');
  await cycle.getByRole('button', { name: 'Contract terminated…' }).first().click();
  await elena.getByRole('dialog').getByLabel('Ends on').waitFor();
  await elena.keyboard.press('Control+Enter');
  await cycle.getByText('terminated for').first().waitFor();
});

it('says what the database says', async () => {
  await house.stop();
  const [row] = await sqlOf<{ started: number; told: number }>(house.place, `
    select count(*)::int as started, (select count(*)::int from timeline_event where type = 'contractTerminated') as told from cycle`);
  expect(row?.started).toBe(shown['started']);
  expect(row?.told).toBeGreaterThan(0);
});
