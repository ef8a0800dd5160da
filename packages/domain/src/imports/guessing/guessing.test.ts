import { expect, test } from 'vitest';
import { targetsOf } from '../mapping/index.ts';
import { detectWriting } from './detect-numbers.ts';
import { detectSeparator } from './detect-separator.ts';
import { guessColumns } from './guess-columns.ts';
import { guessRoom } from './guess-room.ts';
import { guessValues } from './guess-values.ts';

const usual = { decimal: '.', dates: 'YMD' } as const;

test('the separator is the one that cuts lines alike, whatever else stands in cells', () => {
  expect(detectSeparator('a;b;c\n1,5;2,5;x\n3,5;4,5;"y;z, w"\n')).toBe(';');
  expect(detectSeparator('name,address\n"Ruiz, S.L.","Calle 1; 2º"\nB,C\n')).toBe(',');
  expect(detectSeparator('a\tb\nx, y\tz; w\n')).toBe('\t');
  expect(detectSeparator('only one column\nx\n')).toBe(',');
  expect(detectSeparator('a|b|c')).toBe('|');
});

test.each([
  [['1.234,56', '12,5', '7'], { decimal: ',', dates: 'YMD', unsure: [] }],
  [['1,234.56', '0.5'], { decimal: '.', dates: 'YMD', unsure: [] }],
  [['1,234', '5,678'], { decimal: '.', dates: 'YMD', unsure: ['decimal'] }],
  [['1,234', '5,67'], { decimal: ',', dates: 'YMD', unsure: [] }],
  [['31/12/2025', '01/02/2026'], { decimal: '.', dates: 'DMY', unsure: [] }],
  [['12/31/2025', '01/02/2026'], { decimal: '.', dates: 'MDY', unsure: [] }],
  [['2025-12-31', '2026-01-02 10:30'], { decimal: '.', dates: 'YMD', unsure: [] }],
  [['01/02/2026', '03/04/2026'], { decimal: '.', dates: 'DMY', unsure: ['dates'] }],
  [['text', '', '600 111 222'], { decimal: '.', dates: 'YMD', unsure: [] }],
])('%j is written as %o', (cells, writing) => {
  expect(detectWriting(cells, usual)).toEqual(writing);
});

test('a date that reads both ways keeps the usual order of the country', () => {
  expect(detectWriting(['01/02/2026'], { decimal: '.', dates: 'MDY' }).dates).toBe('MDY');
});

const customers = targetsOf('customers', []);

function guessed(table: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const guesses = guessColumns('customers', { header: Object.keys(table), columns: Object.values(table) }, customers);
  return Object.fromEntries(guesses.map(({ column, target }) => [column, target]));
}

test('a name that its values contradict is no guess: a wrong e-mail, telephone or date is worse than none', () => {
  expect(guessed({ Email: ['yes', 'no', 'yes'], Teléfono: ['ext.', 'casa', '—'], Nombre: ['Ana', 'Eva', 'Leo'], 'Fecha alta': ['pronto', 'ayer', 'hoy'] })).toEqual({ Nombre: 'customer.name' });
  expect(guessed({ Email: ['a@b.es', '', 'c@d.es'], Teléfono: ['600 111 222', '+34 912 345 678 ext. 2', ''] })).toEqual({ Email: 'customer.email', Teléfono: 'customer.phone' });
});

test('a column of e-mails is one, whatever it is called', () => {
  expect(guessed({ Contacto2: ['a@b.es', 'c@d.es', 'e@f.es'], Nombre: ['Ana', 'Eva', 'Leo'] })).toEqual({ Contacto2: 'customer.email', Nombre: 'customer.name' });
});

test('Nombre beside Apellidos is the first name, beside a company the person', () => {
  expect(guessed({ Nombre: [], Apellidos: [] })).toEqual({ Nombre: 'customer.givenName', Apellidos: 'customer.familyName' });
  expect(guessed({ Empresa: [], Nombre: [] })).toEqual({ Empresa: 'customer.name', Nombre: 'customer.contactName' });
});

test('what rows are is told by the columns that a room needs', () => {
  const room = (...header: string[]) => guessRoom({ header, columns: header.map(() => []) }, (one) => targetsOf(one, []));
  expect(room('Pedido', 'Cliente', 'Fecha', 'Referencia', 'Cantidad', 'Precio')).toBe('orders');
  expect(room('SKU', 'Nombre', 'PVP', 'Coste', 'Familia')).toBe('products');
  expect(room('InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country')).toBe('orders');
  expect(room('Nombre', 'Correo')).toBe('customers');
});

test('a stage that is an end is known as one, and the others stay as they are called', () => {
  const stage = targetsOf('opportunities', []).find(({ key }) => key === 'opportunity.stage')!;
  expect(guessValues(['Appointment Scheduled', 'Closed Won', 'Cierre perdido', ''], stage)).toEqual({ 'Appointment Scheduled': 'Appointment Scheduled', 'Closed Won': 'WON', 'Cierre perdido': 'LOST' });
  expect(guessValues(['Proposal'], stage)).toBeNull();
});

test('words of other systems are choices where they are known, and asked about where they are not', () => {
  const status = targetsOf('leads', []).find(({ key }) => key === 'lead.status')!;
  expect(guessValues(['In Progress', 'Open', 'Martian', ''], status)).toEqual({ 'In Progress': 'WORKED', Open: 'NEW', Martian: '' });
  expect(guessValues(['NEW', 'WORKED'], status)).toBeNull();
  expect(guessValues(['x'], customers.find(({ key }) => key === 'customer.name')!)).toBeNull();
});
