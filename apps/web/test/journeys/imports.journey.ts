import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark, findWithAxe } from './find-with-axe.ts';
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

/** Let go over the page by a mouse that holds a file. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(({ called, text }) => {
    const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], called));
    return held;
  }, { called: name, text: bytes.toString('base64') });
  const zone = page.getByRole('group', { name: 'File', exact: true });
  await zone.dispatchEvent('dragover', { dataTransfer: data });
  await zone.dispatchEvent('drop', { dataTransfer: data });
}

/** Of the library of spreadsheets, which is the server's. */
interface Sheets {
  readonly Workbook: new () => {
    addWorksheet(name: string): { addRow(cells: readonly (string | number | Date)[]): void };
    readonly xlsx: { writeBuffer(): Promise<ArrayBuffer> };
  };
}

const field = (page: Page, column: string) => page.getByRole('combobox', { name: `Where “${column}” goes` }).or(page.getByRole('textbox', { name: `Where “${column}” goes` })).first();

/** Tab by tab, as one without a mouse goes. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${label}.`);
}

/** Down an open list until this option is the one that Enter takes. */
async function arrowTo(page: Page, option: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const active = await page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent);
    if (active === option) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No arrow leads to ${option}.`);
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
