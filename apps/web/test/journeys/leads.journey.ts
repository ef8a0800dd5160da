import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let elena: Page;
let ana: Page;
let address = '';

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
  ana = await house.enter('ana');
}, 180_000);
afterAll(() => house?.close());

it('makes a door with a form to copy, and a rule that hands its leads over', async () => {
  await elena.goto('/settings/leads');
  await elena.getByRole('button', { name: 'New door' }).click();
  await elena.getByRole('textbox', { name: 'Name' }).fill('Web');
  await elena.getByRole('textbox', { name: 'Consent to offers' }).fill('Send me offers by e-mail.');
  await elena.getByRole('button', { name: 'Save', exact: true }).click();
  const snippet = await elena.getByText('embed.js').textContent() ?? '';
  address = /src="([^"]+)\/embed\.js"/.exec(snippet)?.[1] ?? '';
  expect(address).toContain('/forms/');
  await elena.getByRole('button', { name: 'New rule' }).click();
  await elena.getByRole('textbox', { name: 'Name' }).fill('Everything to Ana');
  await elena.getByRole('combobox', { name: 'Give it to' }).click();
  await elena.getByRole('option', { name: 'One of these people' }).click();
  await elena.getByRole('combobox', { name: 'People' }).or(elena.getByRole('textbox', { name: 'People' })).last().fill('Ana Mora');
  await elena.getByRole('option', { name: 'Ana Mora' }).click();
  await elena.keyboard.press('Escape');
  await elena.getByRole('button', { name: 'Save', exact: true }).click();
  await elena.getByText('Every lead → Ana Mora').waitFor();
  expect(await findWithAxe(elena)).toEqual([]);
});

it('shows who saves a rule or a door second what the first changed, and lets him take it or save over it', async () => {
  const admin = await house.enter('admin@orbita.example');
  const opened = async (page: Page, name: string) => {
    await page.getByRole('button', { name: `Edit ${name}`, exact: true }).click();
    return page.getByRole('dialog', { name, exact: true });
  };
  const saved = async (dialog: Locator) => {
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  for (const name of ['Everything to Ana', 'Web']) {
    await Promise.all([elena, admin].map((page) => page.goto('/settings/leads')));
    const [first, second] = [await opened(elena, name), await opened(admin, name)];
    await first.getByRole('switch', { name: 'In use' }).locator('..').click();
    await saved(first);
    await second.getByRole('textbox', { name: 'Name' }).fill(`${name}, once more`);
    await second.getByRole('button', { name: 'Save', exact: true }).click();
    await second.getByText('Changed meanwhile: In use.').waitFor();
    // Saved at the end of a long form, it is told before the eyes.
    await expect.poll(async () => (await second.getByRole('alert').boundingBox())!.y).toBeGreaterThan((await second.boundingBox())!.y);
    expect(await findInLightAndDark(admin)).toEqual([]);
    await second.getByRole('button', { name: 'Show the new version' }).click();
    await expect.poll(() => second.getByRole('textbox', { name: 'Name' }).inputValue()).toBe(name);
    expect(await second.getByRole('switch', { name: 'In use' }).isChecked()).toBe(false);
    // The other way: what stands was seen, and is written over.
    const again = await opened(elena, name);
    await again.getByRole('switch', { name: 'In use' }).locator('..').click();
    await saved(again);
    await second.getByRole('textbox', { name: 'Name' }).fill(`${name} `);
    await second.getByRole('button', { name: 'Save', exact: true }).click();
    await second.getByRole('button', { name: 'Save mine over it' }).click();
    await second.waitFor({ state: 'detached' });
    const last = await opened(admin, name);
    expect(await last.getByRole('switch', { name: 'In use' }).isChecked()).toBe(false);
    await last.getByRole('switch', { name: 'In use' }).locator('..').click();
    await saved(last);
  }
});

it('brings what a stranger writes into the form before the eyes of who answers, without reload', async () => {
  await ana.goto('/leads?whose=mine');
  await ana.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
  const context = await house.browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'es-ES' });
  const stranger = await context.newPage();
  await stranger.goto(address);
  expect(await findWithAxe(stranger)).toEqual([]);
  await stranger.getByRole('textbox', { name: 'Nombre' }).fill('Berta Solé');
  await stranger.getByRole('textbox', { name: 'Correo electrónico' }).fill('berta@solé.example'.replace('é', 'e'));
  await stranger.getByRole('textbox', { name: 'Mensaje' }).fill('Café para una terraza de cuarenta mesas');
  await stranger.waitForTimeout(2600);
  await stranger.getByRole('button', { name: 'Enviar', exact: true }).click();
  await stranger.getByText('Gracias').waitFor();
  await context.close();
  await ana.getByRole('button', { name: /Berta Solé/ }).waitFor({ timeout: 20_000 });
  expect(await findWithAxe(ana)).toEqual([]);
});

it('triages by keyboard: answers, evaluates, qualifies', async () => {
  await ana.getByRole('button', { name: /Berta Solé/ }).click();
  const panel = ana.getByRole('article', { name: 'Berta Solé' });
  await panel.getByText('by the rule “Everything to Ana”').waitFor();
  await panel.getByRole('radiogroup', { name: 'Need' }).getByText('Yes').click();
  await panel.getByRole('button', { name: 'Save answers' }).click();
  await panel.getByText('Ready: qualify').waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.keyboard.press('Escape');
  await ana.goto(`${ana.url().split('?')[0]}?whose=mine&q=Berta`);
  await ana.getByRole('button', { name: /Berta Solé/ }).waitFor();
  await ana.keyboard.press('j');
  await ana.getByRole('article', { name: 'Berta Solé' }).waitFor();
  await ana.keyboard.press('q');
  await ana.getByRole('textbox', { name: 'Title of the opportunity' }).waitFor();
  await ana.keyboard.press('Control+Enter');
  await ana.getByText('Qualified: it is an opportunity now').first().waitFor();
  await ana.getByRole('article', { name: 'Berta Solé' }).getByText('It became an opportunity.').waitFor();
});

it('writes down who called, and ends the lead with a reason', async () => {
  await ana.goto('/leads');
  await ana.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
  await ana.keyboard.press('n');
  await ana.getByRole('textbox', { name: 'Name', exact: true }).fill('Tomás Rey');
  await ana.getByRole('textbox', { name: 'Telephone' }).fill('600 123 456');
  await ana.keyboard.press('Control+Enter');
  const panel = ana.getByRole('article', { name: 'Tomás Rey' });
  await panel.waitFor();
  await ana.keyboard.press('d');
  await ana.getByRole('combobox', { name: 'Reason' }).waitFor();
  await ana.keyboard.press('Control+Enter');
  await ana.getByText('Choose why.').waitFor();
  await ana.getByRole('combobox', { name: 'Reason' }).click();
  await ana.getByRole('option', { name: 'No budget' }).click();
  await ana.keyboard.press('Control+Enter');
  await panel.getByText('Disqualified').first().waitFor();
  expect(await findInLightAndDark(ana)).toEqual([]);
  await ana.keyboard.press('Control+z');
  await panel.getByRole('button', { name: 'Disqualify' }).waitFor();
  await ana.keyboard.press('d');
  await ana.getByRole('combobox', { name: 'Reason' }).click();
  await ana.getByRole('option', { name: 'No budget' }).click();
  await ana.keyboard.press('Control+Enter');
  await ana.getByRole('button', { name: 'Dismiss' }).last().click();
  await panel.getByRole('button', { name: 'Take it up again' }).waitFor();
  await ana.keyboard.press('u');
  await panel.getByText('It takes up again a lead that was disqualified.').waitFor();
  await panel.getByRole('button', { name: 'Qualify', exact: true }).waitFor();
});

it('hands a lead over and lets it rest by keyboard alone: what has the focus is what is asked for', async () => {
  const panel = ana.getByRole('article', { name: 'Tomás Rey' });
  const focused = () => ana.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : ''));
  await ana.keyboard.press('a');
  await expect.poll(focused).toBe('Ana Mora');
  await ana.keyboard.type('Luis');
  await ana.getByRole('option', { name: /^Luis/ }).waitFor();
  await ana.keyboard.press('Escape');
  await ana.keyboard.press('Escape');
  await ana.getByRole('dialog').waitFor({ state: 'detached' });
  await ana.keyboard.press('r');
  await expect.poll(focused).toMatch(/^\d+\/\d+\/\d{4}$/);
  await ana.keyboard.press('Enter');
  await panel.getByText('Resting').first().waitFor();
  await ana.keyboard.press('Control+z');
  await panel.getByRole('button', { name: 'Qualify', exact: true }).waitFor();
});

it('keeps what was being written of a lead, through Esc and a reload, until it is given up', async () => {
  await ana.goto('/leads');
  await ana.getByRole('list', { name: 'Leads' }).getByRole('button').first().waitFor();
  const name = ana.getByRole('textbox', { name: 'Name', exact: true });
  await ana.keyboard.press('n');
  await name.fill('Half written');
  await ana.keyboard.press('Escape');
  await ana.reload();
  await ana.getByRole('list', { name: 'Leads' }).getByRole('button').first().waitFor();
  await ana.keyboard.press('n');
  await ana.getByText('What you had written is here again.').waitFor();
  expect(await name.inputValue()).toBe('Half written');
  await ana.getByRole('button', { name: 'Cancel' }).click();
  await ana.keyboard.press('n');
  await name.waitFor();
  expect(await name.inputValue()).toBe('');
  await ana.keyboard.press('Escape');
});

it('hands two over at once, chosen by keyboard', async () => {
  await elena.goto('/leads');
  await elena.getByRole('list', { name: 'Leads' }).getByRole('button').first().waitFor();
  for (const place of [0, 1]) {
    await elena.keyboard.press('j');
    await elena.getByRole('list', { name: 'Leads' }).getByRole('listitem').nth(place).locator('[aria-current=true]').waitFor();
    await elena.keyboard.press('x');
  }
  const bar = elena.getByRole('region', { name: 'What to do with the selection' });
  await bar.getByText('2 selected', { exact: true }).waitFor();
  expect(await findInLightAndDark(elena)).toEqual([]);
  await bar.getByRole('button', { name: 'Assign', exact: true }).press('Enter');
  const dialog = elena.getByRole('dialog', { name: 'Assign: 2 leads' });
  await dialog.getByRole('combobox', { name: 'Owner' }).fill('Administrator');
  await elena.getByRole('option').first().click();
  await dialog.getByText('2 will change').waitFor();
  await elena.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await elena.getByText('Assign: 2 leads: 2 changed').waitFor({ timeout: 60_000 });
  expect(await bar.count()).toBe(0);
});

it('holds on a telephone, in the dark and in Spanish', async () => {
  const page = await house.enter('elena', { width: 390, scheme: 'dark', language: 'es' });
  await page.goto('/leads?shelf=all');
  await page.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
  await page.getByRole('list', { name: 'Leads' }).getByRole('button').first().waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  await page.getByRole('list', { name: 'Leads' }).getByRole('button').first().click();
  await page.getByRole('article').waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
