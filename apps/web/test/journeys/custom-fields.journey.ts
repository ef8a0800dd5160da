import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choose } from './choose.ts';
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
  await ana.getByRole('menuitemcheckbox', { name: 'Potential', exact: true }).click();
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
  await admin.getByRole('button', { name: 'Opportunities', exact: true }).click();
  await admin.keyboard.press('n');
  const dialog = admin.getByRole('dialog', { name: 'New field' });
  await dialog.getByRole('textbox', { name: 'Label in English' }).fill('Decision maker');
  await dialog.getByRole('textbox', { name: 'Label in Spanish' }).fill('Quien decide');
  await choose(admin, 'Needed to leave these stages', 'First contact');
  await dialog.getByRole('textbox', { name: 'Label in English' }).click();
  expect(await findWithAxe(admin)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
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
  await people.getByRole('button', { name: 'Save', exact: true }).click();
  await people.getByRole('textbox', { name: 'Limit' }).and(ana.locator('[aria-invalid=true]')).waitFor();
  await people.getByRole('textbox', { name: 'Limit' }).fill('1,250.5');
  await people.getByRole('button', { name: 'Save', exact: true }).click();
  await people.getByText('This is required.').or(people.getByText('Fill this in.')).first().waitFor();
  await choose(ana, 'Seat', 'Door');
  expect(await findWithAxe(ana)).toEqual([]);
  await people.getByRole('button', { name: 'Save', exact: true }).click();
  await people.getByText('€1,250.50').waitFor();
  await people.getByText('Door', { exact: true }).waitFor();
  await people.getByRole('button', { name: 'Actions for Eva' }).click();
  await ana.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  await choose(ana, 'Seat', 'Window');
  await people.getByRole('button', { name: 'Save', exact: true }).click();
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
  await page.getByRole('tab', { name: 'Perfil', exact: true }).or(page.getByRole('button', { name: 'Perfil', exact: true })).first().click();
  await page.locator('label').getByText('Potencial', { exact: true }).scrollIntoViewIfNeeded();
  expect(await findWithAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
