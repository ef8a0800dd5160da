import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
import { arrowTo, drop, field, tabTo } from './import-hands.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let admin: Page;
let mended: Buffer;

beforeAll(async () => {
  house = await openHouse('empty');
  admin = await house.enter('admin@orbita.example');
}, 180_000);
afterAll(() => house?.close());

const bad: Readonly<Record<number, (row: string) => string>> = {
  7: (row) => row.replace(/ana7@\S+?;/, 'no es correo;'),
  20: (row) => row.replace(/\d\d\/03\/2024/, '45/03/2024'),
  33: (row) => row.replace('Muñoz 33 SL', ''),
};

/** As a Spanish spreadsheet program saves it: Windows-1252, semicolons, the day first, a comma before the parts. */
function clients(): Buffer {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const no = at + 1;
    const row = `C${no};Muñoz ${no} SL;ana${no}@ejemplo.example;${612_000_000 + no};León;1.234,50;${String(no % 28 + 1).padStart(2, '0')}/03/2024;${no % 3 === 0 ? 'Particular' : 'Empresa'}`;
    return bad[no]?.(row) ?? row;
  });
  return Buffer.from(['Código;Nombre;Correo;Móvil;Ciudad;Facturación;Fecha alta;Clase', ...rows, ''].join('\r\n'), 'latin1');
}

/** Of the library of spreadsheets, which is the server's. */
interface Sheets {
  readonly Workbook: new () => {
    addWorksheet(name: string): { addRow(cells: readonly (string | number | Date)[]): void };
    readonly xlsx: { writeBuffer(): Promise<ArrayBuffer> };
  };
}

const soon = { timeout: 15_000 };

const goes = (column: string, target: string): Promise<void> => expect.poll(() => field(admin, column).inputValue(), soon).toBe(target);

const counts = (label: string, value: string): Promise<void> =>
  expect.poll(() => admin.locator('dl > div').filter({ has: admin.getByText(label, { exact: true }) }).locator('dd').first().textContent(), soon).toBe(value);

async function done(page: Page): Promise<void> {
  await page.waitForURL(/\/imports\/[\da-f-]{36}$/);
  await page.getByText('Done', { exact: true }).first().waitFor({ timeout: 60_000 });
}

it('leads from the list to the wizard, and says in place why a file is not taken', async () => {
  await admin.goto('/customers');
  await admin.getByRole('link', { name: 'Import', exact: true }).click();
  await admin.getByRole('heading', { level: 1, name: 'New import' }).waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
  await drop(admin, 'clientes.csv', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'));
  await admin.getByRole('alert').getByText('neither CSV nor XLSX').waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
});

it('understands the file, and lets a column be corrected without a mouse', async () => {
  await drop(admin, 'clientes.csv', clients());
  await admin.getByText('Windows-1252 text, columns parted by semicolons').waitFor();
  await admin.getByText('numbers as 1.234,56').waitFor();
  await admin.getByText('days as 31/12/2026').waitFor();
  await goes('Correo', 'E-mail');
  expect(await findInLightAndDark(admin)).toEqual([]);
  await tabTo(admin, 'Where “Clase” goes');
  await admin.keyboard.type('Person or');
  await admin.getByRole('option', { name: /Person or organisation/ }).waitFor();
  await admin.keyboard.press('ArrowDown');
  await admin.keyboard.press('Enter');
  // What its words mean is asked at once: nobody here calls a person so.
  for (const [word, meaning] of [['Empresa', 'Organisation'], ['Particular', 'Person']] as const) {
    await tabTo(admin, `What “${word}” means`);
    await admin.keyboard.press('Enter');
    await admin.getByRole('option', { name: meaning, exact: true }).waitFor();
    await arrowTo(admin, meaning);
    await admin.keyboard.press('Enter');
  }
  await admin.getByText('to look at').waitFor({ state: 'detached' });
  // A target that another column had is taken from it, and given back by one key.
  await tabTo(admin, 'Where “Código” goes');
  await admin.keyboard.type('E-mail');
  await admin.keyboard.press('ArrowDown');
  await admin.keyboard.press('Enter');
  await goes('Correo', 'Not imported');
  await admin.keyboard.press('Control+z');
  await goes('Correo', 'E-mail');
  expect(await findWithAxe(admin)).toEqual([]);
});

it('loses nothing when the page is loaded anew', async () => {
  await admin.reload();
  await goes('Clase', 'Person or organisation');
  await admin.getByText('Your choice').waitFor();
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('This is what would happen to the 60 rows of the file.').waitFor();
});

it('tells what would happen before it happens', async () => {
  await counts('New', '57');
  await counts('Refused', '3');
  await admin.getByRole('listitem').filter({ hasText: /^Facturación$/ }).waitFor();
  await admin.getByText('The row as it came').first().click();
  await admin.getByText('no es correo', { exact: true }).waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
  await admin.goto('/customers');
  await admin.getByText('Everybody you deal with stands here').waitFor();
  await admin.goBack();
});

it('imports in the background, whoever looks, and gives back what is to be mended', async () => {
  await admin.getByText('This is what would happen').waitFor();
  await admin.keyboard.press('Control+Enter');
  await admin.waitForURL(/\/imports\/[\da-f-]{36}$/);
  const address = admin.url();
  await admin.keyboard.press('g');
  await admin.keyboard.press('t');
  await admin.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  await admin.getByRole('grid').getByText('Done').waitFor({ timeout: 60_000 });
  expect(await findInLightAndDark(admin)).toEqual([]);
  await admin.getByRole('link', { name: 'clientes.csv', exact: true }).click();
  await admin.waitForURL(address);
  await counts('New', '57');
  const waiting = admin.waitForEvent('download');
  await admin.getByRole('link', { name: 'Download rows to mend' }).click();
  const download = await waiting;
  const text = readFileSync(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toBe('clientes.problems.csv');
  expect(text.trim().split('\r\n')).toHaveLength(4);
  mended = Buffer.from(text.replace(/,no es correo,/, ',ana7@ejemplo.example,').replace(',45/03/2024,', ',15/03/2024,').replace(',C33,,', ',C33,Muñoz 33 SL,'));
  expect(await findInLightAndDark(admin)).toEqual([]);
});

it('takes the mended rows as it was told to take the first', async () => {
  await admin.getByRole('link', { name: 'Import the mended file' }).click();
  await admin.getByRole('heading', { level: 1, name: 'Import the mended file' }).waitFor();
  await drop(admin, 'mended.csv', mended);
  await admin.getByText('As the last time').first().waitFor();
  await goes('Clase', 'Person or organisation');
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('This is what would happen to the 3 rows').waitFor();
  await admin.keyboard.press('Control+Enter');
  await done(admin);
  await counts('New', '3');
});

it('changes nothing when the same file comes again, and undoes what was brought in', async () => {
  await admin.goto('/imports/new');
  await drop(admin, 'clientes.csv', clients());
  await goes('Correo', 'E-mail');
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('This is what would happen').waitFor();
  await admin.keyboard.press('Control+Enter');
  await done(admin);
  await counts('New', '0');
  await counts('Changed', '0');
  await counts('Refused', '3');
  await admin.goto('/imports');
  await admin.getByRole('link', { name: 'mended.csv', exact: true }).click();
  await admin.getByRole('button', { name: 'Undo', exact: true }).click();
  const dialog = admin.getByRole('dialog', { name: /Undo the import of mended\.csv/ });
  await dialog.waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('3 taken out').waitFor({ timeout: 60_000 });
  expect(await findWithAxe(admin)).toEqual([]);
});

it('takes a spreadsheet of orders with its dates, and keeps a mapping under a name', async () => {
  const { Workbook } = createRequire(join(import.meta.dirname, '../../../api/package.json'))('exceljs') as Sheets;
  const book = new Workbook();
  const sheet = book.addWorksheet('Orders');
  sheet.addRow(['Order Number', 'Customer ID', 'Customer Name', 'Order Date', 'SKU', 'Quantity', 'Unit Price']);
  for (let no = 1; no <= 5; no += 1) sheet.addRow([`P-${no}`, 'C9', 'Bodega Nueve', new Date(Date.UTC(2026, 2, no)), 'V1', no, 10.5]);
  await admin.goto('/imports/new');
  await drop(admin, 'orders.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
  await admin.getByText('A spreadsheet:').waitFor();
  await goes('Order Date', 'Order › Placed');
  await admin.getByRole('button', { name: 'Saved mappings' }).click();
  await admin.getByRole('menuitem', { name: 'Save this mapping…' }).click();
  await admin.getByRole('textbox', { name: 'Name' }).fill('Shop');
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('“Shop” is saved').waitFor();
  expect(await findWithAxe(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Try it' }).click();
  await admin.getByText('the 5 rows of the file').waitFor();
  await admin.getByRole('button', { name: 'Start the import' }).click();
  await done(admin);
  await admin.getByRole('row', { name: /Orders with their lines|Orders/ }).filter({ hasText: '5' }).first().waitFor();
});

it('names the people who left before the import, with how many rows each has, and lets somebody take them over', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `Casa ${at} SL;${['Administrator', 'Pepe Gil', 'Rosa Mar', 'Pepe Gil'][at % 4]}`);
  await admin.goto('/imports/new');
  await drop(admin, 'cartera.csv', Buffer.from(['Nombre;Comercial', ...rows, ''].join('\n')));
  await goes('Comercial', 'Owner (e-mail or name)');
  await admin.getByRole('radio', { name: /Without owner/ }).waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
  await admin.keyboard.press('Control+Enter');
  const names = admin.getByRole('list', { name: 'Owners whom nobody here is' });
  await names.getByText('Pepe Gil').waitFor();
  expect((await names.getByRole('listitem').allTextContents()).map((text) => text.trim())).toEqual(['Pepe Gil 6 rows', 'Rosa Mar 3 rows']);
  await counts('New', '12');
  expect(await findInLightAndDark(admin)).toEqual([]);
  await tabTo(admin, 'Who takes over from Pepe Gil');
  await admin.keyboard.press('Enter');
  await arrowTo(admin, 'Administrator');
  await admin.keyboard.press('Enter');
  // Who was given to somebody stays to be seen.
  await expect.poll(() => names.getByRole('combobox', { name: 'Who takes over from Pepe Gil' }).or(names.getByRole('textbox', { name: 'Who takes over from Pepe Gil' })).first().inputValue(), soon).toBe('Administrator');
  await admin.keyboard.press('Control+Enter');
  await done(admin);
  await counts('New', '12');
  await admin.getByText('“Rosa Mar”: the row was taken as if it named no owner').first().waitFor();
  expect(await admin.getByRole('list', { name: 'Rows to look at' }).getByRole('listitem').count()).toBe(3);
  expect(await findWithAxe(admin)).toEqual([]);
});

it('sends two columns to one field, joined, and two telephones to two', async () => {
  await admin.goto('/imports/new');
  await drop(admin, 'calles.csv', Buffer.from('Nombre;Dirección;Piso;Teléfono 1;Teléfono 2\nCasa Calle SL;Calle Mayor 1;2º B;912 345 601;912 345 602\nCasa Plaza SL;Plaza Mayor 3;;912 345 603;\n'));
  await goes('Teléfono 2', 'Second telephone');
  await tabTo(admin, 'Where “Piso” goes');
  await admin.keyboard.type('Street');
  await admin.keyboard.press('ArrowDown');
  await admin.keyboard.press('Enter');
  await goes('Dirección', 'Not imported');
  await admin.getByRole('button', { name: 'Send “Dirección” to Street as well' }).press('Enter');
  await goes('Dirección', 'Street');
  // All of it above the foot, which lies over what is behind it.
  await admin.setViewportSize({ width: 1280, height: 1600 });
  expect(await findInLightAndDark(admin)).toEqual([]);
  await tabTo(admin, 'What becomes of “Piso” and “Dirección”');
  await admin.keyboard.press('Enter');
  await arrowTo(admin, 'One behind the other');
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('the 2 rows of the file').waitFor();
  await admin.keyboard.press('Control+Enter');
  await done(admin);
  await admin.goto('/customers');
  await admin.getByRole('link', { name: 'Casa Calle SL' }).first().click();
  await admin.getByText('Calle Mayor 1, 2º B').first().waitFor();
  for (const phone of ['601', '602']) await admin.getByText(new RegExp(`345 ?${phone}`)).first().waitFor();
});

it('holds on a telephone, in the dark and in Spanish', async () => {
  const page = await house.enter('admin@orbita.example', { width: 390, scheme: 'dark', language: 'es' });
  const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.goto('/imports/new');
  await page.locator('[data-import-file]').setInputFiles({ name: 'clientes.csv', mimeType: 'text/csv', buffer: clients() });
  await page.getByText('columnas separadas por puntos y comas').waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  await fits();
  await page.getByRole('button', { name: 'Probar', exact: true }).click();
  await page.getByText('Esto pasaría con las 60 filas del fichero.').waitFor();
  await page.getByText('no tiene la forma esperada').first().waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  await fits();
  await page.goto('/imports');
  await page.getByRole('link', { name: 'orders.xlsx', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'orders.xlsx' }).waitFor();
  await page.getByText('Terminada', { exact: true }).first().waitFor();
  expect(await findWithAxe(page)).toEqual([]);
  await fits();
});
