import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let ana: Page;

beforeAll(async () => {
  house = await openHouse();
  ana = await house.enter('admin@orbita.example');
}, 180_000);
afterAll(() => house.close());

const column = (page: Page, name: string) => page.getByRole('region', { name }).or(page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })).first();
const cardIn = (page: Page, name: string, title: string) => column(page, name).getByRole('button', { name: new RegExp(`^${title},`) });

async function openOne(page: Page, title: string, amount = '') {
  await page.getByRole('button', { name: 'New opportunity', exact: true }).first().waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New opportunity' });
  await dialog.getByLabel('Customer').fill('ho');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  if (amount) await dialog.getByRole('textbox', { name: 'Amount' }).fill(amount);
  await page.keyboard.press('Control+Enter');
  await page.getByText(`“${title}” is open.`).waitFor();
}

it('opens opportunities by keyboard alone, and the column counts and sums them', async () => {
  await ana.goto('/opportunities');
  await ana.getByRole('heading', { level: 1, name: 'Opportunities' }).waitFor();
  await ana.waitForLoadState('networkidle');
  await openOne(ana, 'Coffee machines', '12,500.50');
  await openOne(ana, 'Second shop');
  await cardIn(ana, 'First contact', 'Coffee machines').waitFor();
  await cardIn(ana, 'First contact', 'Second shop').waitFor();
});

it('moves a card with Alt and an arrow, says so, and takes it back', async () => {
  await cardIn(ana, 'First contact', 'Coffee machines').focus();
  await ana.keyboard.press('Alt+ArrowRight');
  await cardIn(ana, 'Need understood', 'Coffee machines').waitFor();
  await ana.getByRole('status').filter({ hasText: '“Coffee machines” is in Need understood.' }).first().waitFor();
  await expect.poll(() => ana.evaluate(() => document.activeElement?.textContent)).toContain('Coffee machines');
  await ana.getByRole('button', { name: /Undo/ }).click();
  await cardIn(ana, 'First contact', 'Coffee machines').waitFor();
});

it('rolls a card back at a shut gate, names what is missing, and lets a manager past it with a reason', async () => {
  await cardIn(ana, 'First contact', 'Second shop').focus();
  await ana.keyboard.press('m');
  await ana.getByRole('dialog').getByRole('button', { name: /^Proposal/ }).click();
  const gate = ana.getByRole('dialog', { name: 'Not yet to Proposal' });
  await gate.getByText('Opportunity: amount has a value').waitFor();
  await cardIn(ana, 'First contact', 'Second shop').waitFor({ state: 'attached' });
  expect(await findWithAxe(ana)).toEqual([]);
  await gate.getByRole('textbox').fill('The director stands for it');
  await gate.getByRole('button', { name: 'Move it anyway' }).click();
  await cardIn(ana, 'Proposal', 'Second shop').waitFor();
});

it('drags a card by mouse', async () => {
  await ana.waitForTimeout(800);
  const card = cardIn(ana, 'First contact', 'Coffee machines');
  await card.dragTo(column(ana, 'Need understood').locator('[data-auto-scrollable]'), { targetPosition: { x: 80, y: 40 } });
  await cardIn(ana, 'Need understood', 'Coffee machines').waitFor();
});

it('shows what others do without a reload', async () => {
  const elena = await house.enter('admin@orbita.example');
  await elena.goto('/opportunities');
  await cardIn(elena, 'Need understood', 'Coffee machines').waitFor();
  await cardIn(elena, 'Need understood', 'Coffee machines').focus();
  await elena.keyboard.press('Alt+ArrowLeft');
  await cardIn(ana, 'First contact', 'Coffee machines').waitFor();
  await elena.close();
});

it('edits in place, wins with its order, and the customer shows it', async () => {
  await cardIn(ana, 'First contact', 'Coffee machines').click();
  const panel = ana.getByRole('dialog', { name: 'Coffee machines' });
  await panel.getByLabel('Expected close').fill('1/5/2030');
  await panel.getByLabel('Expected close').press('Enter');
  await panel.getByLabel('Title').fill('Coffee machines for two shops');
  await panel.getByLabel('Title').press('Enter');
  await ana.getByRole('dialog', { name: 'Coffee machines for two shops' }).waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.getByRole('button', { name: 'Won', exact: true }).click();
  await ana.getByRole('dialog', { name: /is won/ }).waitFor();
  await ana.keyboard.press('Control+Enter');
  await ana.getByText(/is won: order P/).waitFor();
  await ana.getByRole('dialog').getByRole('link').first().click();
  await ana.getByRole('region', { name: 'Opportunities' }).getByRole('button', { name: 'Coffee machines for two shops' }).waitFor();
});

it('loses with a reason and takes it up again', async () => {
  await ana.goto('/opportunities');
  await cardIn(ana, 'Proposal', 'Second shop').click();
  await ana.getByRole('button', { name: 'Lost', exact: true }).click();
  await ana.getByRole('dialog', { name: /is lost/ }).waitFor();
  await ana.keyboard.press('Control+Enter');
  await ana.getByText('Choose why.').waitFor();
  await ana.getByLabel('Reason').first().click();
  await ana.getByRole('option', { name: 'Wrong moment' }).click();
  await ana.keyboard.press('Control+Enter');
  await ana.getByText('“Second shop” is lost.').first().waitFor();
  await ana.getByRole('button', { name: 'Take it up again' }).click();
  await ana.getByText('“Second shop” is open again, in a new cycle.').waitFor();
});

it('keeps table and forecast in the address, and changes a pipeline with its gate', async () => {
  await ana.goto('/opportunities');
  await ana.getByRole('button', { name: 'Table', exact: true }).click();
  await ana.getByRole('grid', { name: 'Opportunities' }).getByText('Second shop').first().waitFor();
  expect(new URL(ana.url()).searchParams.get('view')).toBe('table');
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.getByRole('button', { name: 'Forecast', exact: true }).click();
  await ana.getByRole('rowheader', { name: 'Total' }).waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.goto('/settings/pipelines');
  await ana.getByRole('group', { name: 'Closing' }).waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.getByRole('button', { name: 'Add a stage' }).click();
  const stage = ana.getByRole('group', { name: 'Stage 6' });
  await stage.getByRole('textbox', { name: 'Name in English' }).fill('Signing');
  await ana.keyboard.press('Control+Enter');
  await ana.getByText('The pipeline is saved.').waitFor();
  await ana.goto('/opportunities');
  await ana.getByRole('heading', { level: 2, name: 'Signing' }).waitFor();
});

it.each([1440, 390])('axe finds nothing on the board in light and dark at %d px', async (width) => {
  const page = await house.enter('admin@orbita.example', { width, language: 'es' });
  await page.goto('/opportunities');
  await page.locator('[data-card]').first().waitFor();
  await page.waitForTimeout(300);
  expect(await findInLightAndDark(page)).toEqual([]);
  await page.close();
});
