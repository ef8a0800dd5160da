import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let admin: Page;
let ana: Page;
let record = '';

beforeAll(async () => {
  house = await openHouse();
  admin = await house.enter('admin@orbita.example');
  ana = await house.enter('ana');
}, 180_000);
afterAll(() => house?.close());

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).or(page.getByRole('textbox', { name: field })).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

it('lets an administrator define fields, and put them in order by keyboard', async () => {
  await admin.goto('/settings/fields');
  await admin.getByRole('heading', { level: 1, name: 'Custom fields' }).waitFor();
  await admin.keyboard.press('n');
  const dialog = admin.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('textbox', { name: 'Label in English' }).fill('Potential');
  await dialog.getByRole('textbox', { name: 'Label in Spanish' }).fill('Potencial');
  await choose(admin, 'What it holds', 'One of several');
  await admin.keyboard.press('Control+Enter');
  await dialog.getByText('Fill this in.').waitFor();
  for (const [place, [en, es]] of [['Low', 'Bajo'], ['High', 'Alto']].entries()) {
    await dialog.getByRole('textbox', { name: `Option ${place + 1} in English` }).fill(en!);
    await dialog.getByRole('textbox', { name: `Option ${place + 1} in Spanish` }).fill(es!);
  }
  expect(await findWithAxe(admin)).toEqual([]);
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('“Potential” saved').waitFor();
  await admin.keyboard.press('n');
  await dialog.getByRole('textbox', { name: 'Label in English' }).fill('Hectares');
  await dialog.getByRole('textbox', { name: 'Label in Spanish' }).fill('Hectáreas');
  await choose(admin, 'What it holds', 'Number');
  await choose(admin, 'Digits after the point', '1');
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('“Hectares” saved').waitFor();
  await admin.getByRole('button', { name: 'Move Hectares, place 2 of 2' }).focus();
  await admin.keyboard.press('Alt+ArrowUp');
  await admin.getByRole('button', { name: 'Move Hectares, place 1 of 2' }).waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
});

it('lets sales fill them in where they stand, and take it back', async () => {
  await ana.goto('/customers');
  await ana.getByRole('grid').getByRole('link').first().click();
  await ana.getByRole('button', { name: 'Edit Potential' }).click();
  record = ana.url();
  await ana.getByRole('combobox', { name: 'Potential' }).selectOption({ label: 'High' });
  await ana.getByText('Potential changed').waitFor();
  await ana.getByRole('button', { name: 'Edit Hectares' }).click();
  await ana.getByRole('textbox', { name: 'Hectares' }).fill('twelve');
  await ana.keyboard.press('Enter');
  await ana.getByRole('alert').first().waitFor();
  await ana.getByRole('textbox', { name: 'Hectares' }).fill('12.5');
  await ana.keyboard.press('Enter');
  await ana.getByRole('button', { name: /Edit Hectares/ }).getByText('12.5').waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
});

it('shows a field as a column, sorts the list by it and filters it', async () => {
  await ana.goto('/customers');
  await ana.getByRole('grid').waitFor();
  await ana.waitForLoadState('networkidle');
  await ana.getByRole('button', { name: 'View', exact: true }).click();
  await ana.getByRole('menuitemcheckbox', { name: 'Potential' }).click();
  await ana.keyboard.press('Escape');
  await ana.getByRole('columnheader', { name: /Potential/ }).getByRole('button').click();
  await ana.waitForURL(/sort=custom\.potential/);
  await ana.getByRole('row').nth(1).getByText('High').waitFor();
  await ana.keyboard.press('f');
  await choose(ana, 'What', 'Potential');
  await ana.getByRole('dialog', { name: 'Filter' }).getByRole('combobox').or(ana.getByRole('dialog', { name: 'Filter' }).getByRole('textbox')).last().click();
  await ana.getByRole('option', { name: 'High', exact: true }).click();
  await ana.getByRole('button', { name: 'Add filter' }).focus();
  await ana.keyboard.press('Enter');
  await expect.poll(() => ana.getByRole('row').count()).toBe(2);
  expect(await findWithAxe(ana)).toEqual([]);
});

it('asks for a field at the gate of a stage, and lets the opportunity through once it is filled in', async () => {
  await admin.getByRole('button', { name: 'Opportunities' }).click();
  await admin.keyboard.press('n');
  const dialog = admin.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('textbox', { name: 'Label in English' }).fill('Decision maker');
  await dialog.getByRole('textbox', { name: 'Label in Spanish' }).fill('Quien decide');
  await choose(admin, 'Needed to leave these stages', 'First contact');
  await dialog.getByRole('textbox', { name: 'Label in English' }).click();
  expect(await findWithAxe(admin)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('“Decision maker” saved').waitFor();
  await ana.goto('/opportunities');
  await ana.locator('[data-card]').first().click();
  await ana.getByText('Decision maker has a value').first().waitFor();
  await ana.getByRole('textbox', { name: 'Decision maker' }).fill('Eva Ruiz');
  await ana.keyboard.press('Enter');
  await expect.poll(() => ana.getByText('Decision maker has a value').count(), { timeout: 12_000 }).toBe(0);
  expect(await findWithAxe(ana)).toEqual([]);
});

it('keeps fields of contacts: asked for in the form, shown with the person, told in the history', async () => {
  await admin.goto('/settings/fields');
  await admin.getByRole('button', { name: 'Contacts', exact: true }).click();
  await admin.getByRole('button', { name: 'New field' }).first().click();
  const dialog = admin.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('textbox', { name: 'Label in English' }).fill('Seat');
  await dialog.getByRole('textbox', { name: 'Label in Spanish' }).fill('Sitio');
  await choose(admin, 'What it holds', 'One of several');
  for (const [place, [en, es]] of [['Window', 'Ventana'], ['Door', 'Puerta']].entries()) {
    await dialog.getByRole('textbox', { name: `Option ${place + 1} in English` }).fill(en!);
    await dialog.getByRole('textbox', { name: `Option ${place + 1} in Spanish` }).fill(es!);
  }
  await dialog.getByRole('switch', { name: 'Required when a contact is added by hand' }).check({ force: true });
  expect(await findWithAxe(admin)).toEqual([]);
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('“Seat” saved').waitFor();
  await admin.keyboard.press('n');
  await dialog.getByRole('textbox', { name: 'Label in English' }).fill('Limit');
  await choose(admin, 'What it holds', 'Money');
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('“Limit” saved').waitFor();

  await ana.goto('/customers');
  await ana.getByRole('grid').getByRole('link', { name: /, S\.L\./ }).first().click();
  const people = ana.getByRole('region', { name: 'Contacts', exact: true });
  await people.getByRole('button', { name: 'Add contact' }).click();
  await people.getByRole('textbox', { name: 'Given name' }).fill('Eva');
  await people.getByRole('textbox', { name: 'Limit' }).fill('much');
  await people.getByRole('button', { name: 'Save' }).click();
  await people.getByRole('textbox', { name: 'Limit' }).and(ana.locator('[aria-invalid=true]')).waitFor();
  await people.getByRole('textbox', { name: 'Limit' }).fill('1,250.5');
  await people.getByRole('button', { name: 'Save' }).click();
  await people.getByText('This is required.').or(people.getByText('Fill this in.')).first().waitFor();
  await choose(ana, 'Seat', 'Door');
  expect(await findWithAxe(ana)).toEqual([]);
  await people.getByRole('button', { name: 'Save' }).click();
  await people.getByText('€1,250.50').waitFor();
  await people.getByText('Door', { exact: true }).waitFor();
  await people.getByRole('button', { name: 'Actions for Eva' }).click();
  await ana.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  await choose(ana, 'Seat', 'Window');
  await people.getByRole('button', { name: 'Save' }).click();
  await people.getByText('Window', { exact: true }).waitFor();
  await people.getByText('€1,250.50').waitFor();
  await ana.reload();
  const told = ana.getByRole('listitem').filter({ hasText: 'Contact changed: Eva' });
  await told.getByText('Seat').waitFor();
  await told.getByText('Door').waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
});

it('counts a segment of those some contact of whom is so', async () => {
  await ana.goto('/segments');
  await ana.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
  await ana.keyboard.press('n');
  await ana.getByRole('textbox', { name: 'Name' }).fill('By the window');
  const add = async (option: string) => {
    await ana.getByRole('button', { name: 'Add condition' }).first().click();
    await ana.getByRole('option', { name: option, exact: true }).click();
  };
  await add('Some of its orders, activities…');
  await choose(ana, 'Of what', 'contacts');
  await add('Seat');
  await ana.getByRole('option', { name: 'Window', exact: true }).click();
  await ana.keyboard.press('Escape');
  await ana.getByText('at least one of Contacts: (Seat is Window)').first().waitFor();
  await expect.poll(async () => Number(((await ana.getByTestId('segment-size').textContent()) ?? '').replaceAll(/\D/g, '')), { timeout: 15_000 }).toBe(1);
  expect(await findWithAxe(ana)).toEqual([]);
});

it('asks for a field of a lead when it is qualified, shows it in the list and filters by it', async () => {
  await admin.getByRole('button', { name: 'Leads', exact: true }).click();
  await admin.keyboard.press('n');
  const field = admin.getByRole('dialog', { name: 'New field' });
  await field.getByRole('textbox', { name: 'Label in English' }).fill('Occasion');
  await field.getByRole('textbox', { name: 'Label in Spanish' }).fill('Ocasión');
  await field.getByRole('switch', { name: 'Needed to qualify a lead' }).click();
  expect(await findWithAxe(admin)).toEqual([]);
  await field.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('“Occasion” saved').waitFor();
  await admin.keyboard.press('n');
  await field.getByRole('textbox', { name: 'Label in English' }).fill('Guests');
  await choose(admin, 'What it holds', 'Number');
  await field.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('“Guests” saved').waitFor();
  await admin.getByText('Needed to qualify', { exact: true }).waitFor();
  await ana.goto('/leads');
  await ana.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
  await ana.waitForLoadState('networkidle');
  await ana.keyboard.press('n');
  const dialog = ana.getByRole('dialog', { name: 'New lead' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Berta Solé');
  await dialog.getByRole('textbox', { name: 'Telephone' }).fill('600 100 222');
  await dialog.getByRole('textbox', { name: 'Occasion' }).waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
  // What is no number is not lost, but said where it stands; the fields that are not needed come by keyboard.
  await dialog.getByRole('button', { name: 'More fields' }).focus();
  await ana.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Guests' }).and(ana.locator(':focus')).fill('many');
  await ana.keyboard.press('Control+Enter');
  await dialog.getByText('This is no number.').waitFor();
  await dialog.getByRole('textbox', { name: 'Guests' }).and(ana.locator(':focus')).fill('40');
  await ana.keyboard.press('Control+Enter');
  const panel = ana.getByRole('article', { name: 'Berta Solé' });
  await panel.getByRole('radiogroup', { name: 'Need' }).getByText('Yes').click();
  await panel.getByRole('button', { name: 'Save answers' }).click();
  await panel.getByText('Ready: qualify').waitFor();
  await panel.getByRole('button', { name: 'Qualify', exact: true }).click();
  const qualify = ana.getByRole('dialog', { name: 'Qualify', exact: true });
  await qualify.getByRole('textbox', { name: 'Occasion' }).waitFor();
  await ana.keyboard.press('Control+Enter');
  await qualify.getByText('Fill this in.').waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.keyboard.press('Escape');
  await panel.getByRole('textbox', { name: 'Occasion' }).fill('Wedding');
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await ana.getByText('Fields saved').waitFor();
  await ana.getByRole('button', { name: 'View', exact: true }).click();
  await ana.getByRole('menuitemcheckbox', { name: /Occasion/ }).first().click();
  await ana.getByRole('menuitemcheckbox', { name: /Occasion/ }).last().click();
  await ana.waitForURL(/sort=custom\.occasion/);
  await ana.keyboard.press('Escape');
  await ana.getByRole('list', { name: 'Leads' }).getByRole('listitem').first().getByText('Wedding').waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.getByRole('button', { name: 'Filter', exact: true }).click();
  await ana.keyboard.type('Occasion');
  await ana.getByRole('option', { name: /Occasion/ }).first().click();
  await ana.getByRole('dialog', { name: 'Filter' }).getByRole('textbox').last().fill('wedding');
  await ana.keyboard.press('Control+Enter');
  await expect.poll(() => ana.getByRole('list', { name: 'Leads' }).getByRole('listitem').count()).toBe(1);
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.getByRole('list', { name: 'Leads' }).getByRole('button').first().click();
  await panel.getByRole('button', { name: 'Qualify', exact: true }).click();
  await expect.poll(() => qualify.getByRole('textbox').count()).toBe(1);
  await ana.keyboard.press('Control+Enter');
  await ana.getByText('Qualified: it is an opportunity now').first().waitFor();
  await ana.getByRole('article', { name: 'Berta Solé' }).getByRole('definition').getByText('Wedding').waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
});

it('asks a stranger for it in a form of the company', async () => {
  await admin.goto('/settings/leads');
  await admin.getByRole('button', { name: 'New door' }).click();
  const door = admin.getByRole('dialog', { name: 'New door' });
  const asked = door.getByRole('combobox', { name: 'Of your custom fields' }).or(door.getByRole('textbox', { name: 'Of your custom fields' })).last();
  await asked.press('ArrowDown');
  await admin.getByRole('option', { name: 'Occasion', exact: true }).click();
  await door.getByRole('textbox', { name: 'Name' }).fill('Banquets');
  expect(await findWithAxe(admin)).toEqual([]);
  await door.getByRole('button', { name: 'Save' }).click();
  const address = /src="([^"]+)\/embed\.js"/.exec(await admin.getByText('embed.js').first().textContent() ?? '')?.[1] ?? '';
  const context = await house.browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'es-ES' });
  const stranger = await context.newPage();
  await stranger.goto(address);
  expect(await findWithAxe(stranger)).toEqual([]);
  await stranger.getByRole('textbox', { name: 'Nombre' }).fill('Eva Prado');
  await stranger.getByRole('textbox', { name: 'Correo electrónico' }).fill('eva@prado.example');
  await stranger.getByRole('textbox', { name: 'Mensaje' }).fill('Para cien personas');
  await stranger.getByRole('textbox', { name: /Ocasión/ }).fill('Boda de plata');
  await stranger.waitForTimeout(2600);
  await stranger.getByRole('button', { name: 'Enviar' }).click();
  await stranger.getByText('Gracias').waitFor();
  await context.close();
  await admin.goto('/leads?q=Prado');
  await admin.getByRole('button', { name: /Eva Prado/ }).click();
  await expect.poll(() => admin.getByRole('article', { name: 'Eva Prado' }).getByRole('textbox', { name: 'Occasion' }).inputValue()).toBe('Boda de plata');
});

it('lets one choose the columns of opportunities, and asks for what the first stage needs when one is opened', async () => {
  await ana.goto('/opportunities?view=table');
  await ana.getByRole('grid').waitFor();
  await ana.getByRole('button', { name: 'View', exact: true }).click();
  await ana.getByRole('menuitemcheckbox', { name: 'Decision maker' }).click();
  await ana.keyboard.press('Escape');
  await ana.getByRole('columnheader', { name: /Decision maker/ }).getByRole('button').click();
  await ana.getByRole('row').nth(1).getByText('Eva Ruiz').waitFor();
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.keyboard.press('n');
  await ana.getByRole('dialog').getByRole('textbox', { name: 'Decision maker' }).click();
  expect(await findWithAxe(ana)).toEqual([]);
  await ana.keyboard.press('Escape');
});

it('holds on a telephone, in the dark and in Spanish', async () => {
  const page = await house.enter('admin@orbita.example', { width: 390, scheme: 'dark', language: 'es' });
  await page.goto('/settings/fields');
  await page.getByRole('heading', { level: 1, name: 'Campos propios' }).waitFor();
  await page.getByText('Potencial', { exact: true }).waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Editar Potencial' }).click();
  await page.getByRole('textbox', { name: 'Opción 2 en español' }).waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto(record);
  await page.getByRole('tab', { name: 'Perfil' }).or(page.getByRole('button', { name: 'Perfil' })).first().click();
  await page.locator('label').getByText('Potencial', { exact: true }).scrollIntoViewIfNeeded();
  expect(await findWithAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
