import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt } from '#calendar';
import { isRefused } from '#refusal';
import { type Mapping, parseMapping } from '../mapping/index.ts';
import { productFields } from '../mapping/index.ts';
import { bindFields, bindReturns, bindSkip, cellText, readDateCell, readDecimalCell, readInstantCell, type RowProblem, scaleDecimal, sumOf } from './index.ts';

test.each([
  ['1234.5', '.', '1234.5'], ['1,234.50', '.', '1234.50'], ['1.234,50', ',', '1234.50'], ['-3', ',', '-3'], ['(12,30)', ',', '-12.30'],
  ['12,30-', ',', '-12.30'], ['€ 1 234,5', ',', '1234.5'], ['.5', '.', '0.5'], ['7.', '.', '7'], ['+4', '.', '4'],
] as const)('the number %s with decimal %s is %s', (text, decimal, plain) => {
  expect(readDecimalCell(text, decimal)).toBe(plain);
});

test.each([['1,23', '.'], ['1.23', ','], ['12-20', '.'], ['abc', '.'], ['1.2.3', '.'], ['1,2345.0', '.'], ['', '.']] as const)(
  'the number %s with decimal %s is refused rather than guessed', (text, decimal) => {
    expect(isRefused(readDecimalCell(text, decimal))).toBe(true);
  });

test('a fraction becomes percent exactly', () => {
  expect(readDecimalCell('0.15', '.', '100')).toBe('15');
  fc.assert(fc.property(fc.integer({ min: -99999, max: 99999 }), (units) => {
    expect(Number(scaleDecimal((units / 1000).toFixed(3), '1000'))).toBeCloseTo(units, 6);
  }));
});

test('dates are read in the order of the file, and what no calendar has is refused', () => {
  expect(readDateCell('03/02/2026', 'DMY')).toBe('2026-02-03');
  expect(readDateCell('03/02/2026', 'MDY')).toBe('2026-03-02');
  expect(readDateCell('2026-2-3 10:00', 'DMY')).toBe('2026-02-03');
  for (const text of ['31/02/2026', '3/2/26', '5-20', '', '20-may']) expect(isRefused(readDateCell(text, 'DMY'))).toBe(true);
});

test('moments are read by the clock of the zone, or by their own offset', () => {
  expect(readInstantCell('2011-07-01 08:45:10', 'YMD', 'Europe/London')).toBe(Date.parse('2011-07-01T07:45:10Z'));
  expect(readInstantCell('7/1/2011 1:05 pm', 'MDY', 'UTC')).toBe(Date.parse('2011-07-01T13:05:00Z'));
  expect(readInstantCell('2011-07-01T08:45:10+02:00', 'YMD', 'UTC')).toBe(Date.parse('2011-07-01T06:45:10Z'));
  expect(readInstantCell('01.07.2011', 'DMY', 'Europe/Madrid')).toBe(instantAt('2011-07-01', 0, 'Europe/Madrid'));
  expect(isRefused(readInstantCell('2011-07-01 25:00', 'YMD', 'UTC'))).toBe(true);
});

test('a date or moment that nobody means is refused with both bounds', () => {
  const refused = { code: 'OUT_OF_RANGE', details: { minimum: '1900-01-01', maximum: '2999-12-31' } };
  expect(readDateCell('31/12/9999', 'DMY')).toMatchObject(refused);
  for (const text of ['9999-12-31', '0001-12-01 10:00', '9999-12-31T00:00:00Z']) expect(readInstantCell(text, 'YMD', 'Europe/Madrid')).toMatchObject(refused);
});

const mapping = parseMapping({
  room: 'products', system: 'shop', files: { rows: { decimal: ',', empty: ['NA'] } },
  product: {
    code: 'Item No', name: { firstOf: ['Name', 'Alt'] }, unit: { template: '{Size} {Unit}' }, category: { joined: ['Size', 'Name', 'Alt'], with: ' / ' },
    active: { column: 'Gone', values: { 1: 'no', 0: 'yes' }, otherwise: 'REFUSE' }, cost: 'Cost',
  },
  skip: [{ reason: 'DRAFT', when: [{ column: 'Name', startsWith: 'DRAFT' }, { column: 'Cost', atMost: '0' }] }],
}) as Mapping;

function read(cells: readonly string[], header = ['item_no', 'Name', 'Alt', 'Size', 'Unit', 'Gone', 'Cost']) {
  if (mapping.room !== 'products') throw new Error('products');
  const format = mapping.files.rows;
  const file = { header, format, zone: 'UTC', cell: cellText(format.empty) };
  const fields = bindFields(mapping.fields, productFields, file, 'product');
  const skip = bindSkip(mapping.skip, 'rows', file);
  if (isRefused(fields) || isRefused(skip)) return { missing: fields };
  const problems: RowProblem[] = [];
  return { values: fields.read(cells, problems), problems, skipped: skip(cells) };
}

test('a row is read through constants, templates, alternatives and value maps', () => {
  expect(read(['A1 ', 'NA', 'Wine', '75', 'cl', '0', '1.234,5'])).toEqual({
    values: { code: 'A1', name: 'Wine', unit: '75 cl', category: '75 / Wine', active: true, cost: '1234.5' }, problems: [], skipped: null,
  });
});

test('columns are joined where they hold something, and what they say alike is said once', () => {
  expect(read(['A1', 'Wine', 'Wine', '', '', '0', '1']).values?.['category']).toBe('Wine');
  expect(read(['A1', 'Wine', 'Red', '75', '', '0', '1']).values?.['category']).toBe('75 / Wine / Red');
});

test('every wrong cell of a row is told with its column', () => {
  const { problems } = read(['', 'x', '', '', '', '2', 'dear']);
  expect(problems?.map(({ column, refusal }) => [column, refusal.code])).toEqual([
    ['Item No', 'REQUIRED'], ['Gone', 'INVALID'], ['Cost', 'INVALID_FORMAT'],
  ]);
});

test('rows are left out when all conditions hold, and a missing column is refused by name', () => {
  expect(read(['A', 'DRAFT 1', '', '', '', '0', '-1']).skipped).toBe('DRAFT');
  expect(read(['A', 'DRAFT 1', '', '', '', '0', '1']).skipped).toBe(null);
  expect(read([], ['item_no', 'Name']).missing).toMatchObject({ code: 'NOT_FOUND', field: 'product.name' });
  const file = { header: ['a'], format: mapping.files.rows, zone: 'UTC', cell: cellText([]) };
  const returns = bindReturns([[{ column: 'a', test: 'BELOW', number: '0' }]], file);
  expect(!isRefused(returns) && [returns(['-1']), returns(['1']), returns(['x'])]).toEqual([true, false, false]);
});

test.each([
  [['TOTAL', '', '1.234,50 €', '12'], true], [['', 'Total:', '3'], true], [['Totales', '45%'], true], [['Suma total', '(12,30)'], true], [['Subtotal', 'EUR 12'], true], [['Total general', '-4'], true],
  [['Total', ''], false], [['Total', 'Madrid', '12'], false], [['TotalEnergies', '1200'], false], [['Total', 'B12345674'], false], [['Ana Total', '3'], false], [['', ''], false], [[], false],
] as const)('whether %j sums up the rows above it: %s', (cells, sums) => {
  expect(sumOf(cells)).toBe(sums ? cells.find((cell) => cell !== '') : null);
});
