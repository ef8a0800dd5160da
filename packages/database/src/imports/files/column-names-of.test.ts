import { expect, test } from 'vitest';
import { columnNamesOf } from './column-names-of.ts';

test('each column of a heading has a name of its own', () => {
  expect(columnNamesOf(['Nombre', ' Tel. ', '', 'Tel.', 'Tel. (2)', 'Tel.', 'Correo  de\ncasa'], 'x.csv')).toEqual(
    ['Nombre', 'Tel.', '#3', 'Tel. (2)', 'Tel. (2) (2)', 'Tel. (3)', 'Correo de casa']);
  expect(columnNamesOf(Array.from({ length: 2000 }, () => 'a'), 'x.csv').at(-1)).toBe('a (2000)');
});

test('more columns than anybody looks through are refused at once', () => {
  const many = Array.from({ length: 300_000 }, () => 'a');
  expect(() => columnNamesOf(many, 'x.csv')).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ code: 'TOO_LONG', details: { because: 'TOO_MANY_COLUMNS', name: 'x.csv', maximum: 2000 } }) }));
});
