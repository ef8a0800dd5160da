import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findWithAxe } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let elena: Page;
const ids: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  elena = await house.enter('elena');
}, 180_000);
afterAll(() => house?.close());

async function make(name: string, more: Record<string, string>): Promise<void> {
  await elena.goto('/customers');
  await elena.getByRole('grid').waitFor();
  await elena.getByRole('button', { name: 'New customer' }).click();
  const dialog = elena.getByRole('dialog', { name: 'New customer' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  for (const [field, value] of Object.entries(more)) await dialog.getByRole('textbox', { name: field }).fill(value);
  await elena.keyboard.press('Control+Enter');
  await elena.getByRole('heading', { level: 1, name }).waitFor();
  ids[name] = new URL(elena.url()).pathname.split('/').at(-1)!;
}

const field = (page: Page, name: string) => page.getByRole('radiogroup', { name });

it('finds the other record from the menu of the one, and shows both side by side', async () => {
  await make('Graficas Duero', { 'E-mail': 'hola@duero.example' });
  await make('Gráficas del Duero', { 'E-mail': 'info@delduero.example', 'Tax number': 'B58378431' });
  await elena.getByRole('button', { name: 'Actions', exact: true }).click();
  await elena.getByRole('menuitem', { name: /Merge with/ }).click();
  const dialog = elena.getByRole('dialog', { name: 'Merge Gráficas del Duero with' });
  await dialog.getByRole('combobox', { name: 'Other customer' }).or(dialog.getByRole('textbox', { name: 'Other customer' })).first().fill('Graficas Duero');
  await elena.getByRole('option', { name: 'Graficas Duero', exact: true }).click();
  await elena.getByRole('heading', { level: 1, name: 'Merge customers' }).waitFor();
  expect(decodeURIComponent(elena.url())).toContain(`ids=${ids['Gráficas del Duero']},${ids['Graficas Duero']}`);
  // What only one says is proposed, and whoever is known longer stays.
  expect(await field(elena, 'Tax number').getByRole('radio').first().isChecked()).toBe(true);
  expect(await field(elena, 'Who stays').getByRole('radio').last().isChecked()).toBe(true);
  await elena.getByRole('table').getByRole('row', { name: /E-mails and telephones 1 1/ }).waitFor();
});

it('is chosen and done by keyboard, and taken back from the toast', async () => {
  await field(elena, 'Name').getByRole('radio').first().focus();
  await elena.keyboard.press('ArrowRight');
  expect(await field(elena, 'Name').getByRole('radio').last().isChecked()).toBe(true);
  await elena.keyboard.press('ArrowLeft');
  expect(await field(elena, 'Name').getByRole('radio').first().isChecked()).toBe(true);
  await elena.keyboard.press('Control+Enter');
  await elena.getByRole('heading', { level: 1, name: 'Gráficas del Duero' }).waitFor();
  expect(elena.url()).toContain(ids['Graficas Duero']);
  await elena.getByRole('region', { name: 'Reached at' }).getByText('info@delduero.example').waitFor();
  await elena.getByRole('region', { name: 'What happened' }).getByText('Merged with Gráficas del Duero').waitFor();
  await elena.getByRole('button', { name: /^Undo/ }).last().click();
  await elena.getByRole('heading', { level: 1, name: 'Graficas Duero' }).waitFor();
  await elena.goto(`/customers/${ids['Gráficas del Duero']}`);
  await elena.getByRole('heading', { level: 1, name: 'Gráficas del Duero' }).waitFor();
  expect(await elena.getByRole('region', { name: 'Reached at' }).getByText('hola@duero.example').count()).toBe(0);
});

it('leaves the old address finding the one, in the list once, and undoes it from the record', async () => {
  await elena.goto(`/customers/merge?ids=${ids['Graficas Duero']},${ids['Gráficas del Duero']}`);
  await field(elena, 'Name').getByRole('radio').first().check();
  await elena.getByRole('button', { name: /^Merge/ }).click();
  await elena.getByRole('heading', { level: 1, name: 'Graficas Duero' }).waitFor();
  await elena.goto(`/customers/${ids['Gráficas del Duero']}`);
  await elena.waitForURL(new RegExp(`/customers/${ids['Graficas Duero']}`));
  const merged = elena.getByRole('region', { name: 'Merged customers' });
  await merged.getByText('Merged with Gráficas del Duero').waitFor();
  await merged.getByText('Elena Vidal').waitFor();
  for (const [scheme, width] of [['light', 1440], ['dark', 390]] as const) {
    const page = await house.enter('elena', { scheme, width });
    await page.goto(`/customers/${ids['Graficas Duero']}`);
    if (width < 500) await page.getByRole('button', { name: 'Profile', exact: true }).click();
    await page.getByRole('region', { name: 'Merged customers' }).waitFor();
    expect([scheme, width, await findWithAxe(page)]).toEqual([scheme, width, []]);
    await page.context().close();
  }
  await elena.goto('/customers?q=duero');
  await elena.getByRole('grid').getByRole('link', { name: 'Graficas Duero' }).waitFor();
  expect(await elena.getByRole('grid').getByRole('link', { name: /Duero/ }).count()).toBe(1);
  await elena.goto(`/customers/${ids['Graficas Duero']}`);
  await merged.getByRole('button', { name: 'Undo merging with Gráficas del Duero' }).click();
  await merged.waitFor({ state: 'detached', timeout: 30_000 });
  await elena.goto(`/customers/${ids['Gráficas del Duero']}`);
  await elena.getByRole('heading', { level: 1, name: 'Gráficas del Duero' }).waitFor();
});

it('says why two cannot be one, and offers no merging to one who may not', async () => {
  const [id = ''] = Object.values(ids);
  await elena.goto(`/customers/merge?ids=${id},${id}`);
  await elena.getByText('Choose the two records').waitFor();
  const person = await elena.evaluate(async () => ((await (await fetch('/graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { createCustomer(input: { kind: PERSON, givenName: "Elvira", familyName: "Duero" }) { customer { id } } }' }),
  })).json()) as { data: { createCustomer: { customer: { id: string } } } }).data.createCustomer.customer.id);
  await elena.goto(`/customers/merge?ids=${id},${person}`);
  await elena.getByRole('alert').filter({ hasText: 'one is a person and the other an organisation' }).waitFor();
  const ivan = await house.enter('ivan');
  await ivan.goto(`/customers/${id}`);
  await ivan.getByRole('button', { name: 'Actions', exact: true }).click();
  await ivan.getByRole('menuitem', { name: 'Copy link' }).waitFor();
  expect(await ivan.getByRole('menuitem', { name: /Merge/ }).count()).toBe(0);
  await ivan.context().close();
});

it.each([
  ['light', 1440, 'en'], ['dark', 1440, 'es'], ['light', 390, 'es'], ['dark', 390, 'en'],
] as const)('has nothing that axe finds, %s, %i px, %s', async (scheme, width, language) => {
  const page = await house.enter('elena', { scheme, width, language });
  await page.goto(`/customers/merge?ids=${ids['Graficas Duero']},${ids['Gráficas del Duero']}`);
  await page.getByRole('heading', { level: 1, name: language === 'es' ? 'Fusionar clientes' : 'Merge customers' }).waitFor();
  await field(page, language === 'es' ? 'Nombre' : 'Name').waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  await page.goto('/customers/merge');
  await page.getByText(language === 'es' ? 'Elige las dos fichas' : 'Choose the two records').waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  await page.context().close();
});
