import { expect, it } from 'vitest';
import { decimalOrText, decimalText, typedDecimal } from './typed-decimal.ts';

it.each([
  ['', '', ''], ['1250', '1250', '1250'], ['1.234,56', '1234.56', '1234.56'], ['1,234.56', '1234.56', '1234.56'], ['1234,5', '1234.5', '1234.5'],
  ['1.234', '1.234', '1234'], ['1,234', '1234', '1.234'], ['0,125', '0.125', '0.125'], ['0.125', '0.125', '0.125'], ['1.234.567', '1234567', '1234567'],
  ['12 500 €', '12500', '12500'], ['-3,5', '-3.5', '-3.5'], ['−3', '-3', '-3'], ['.5', '0.5', '0.5'], ['5,', '5', '5'], ['10 %', '10', '10'],
  ['abc', undefined, undefined], ['1.2.3,4,5', undefined, undefined], ['12,34.567.8', undefined, undefined], ['--3', undefined, undefined],
] as const)('reads %j as %j in English and %j in Spanish', (text, english, spanish) => {
  expect([typedDecimal(text, 'en'), typedDecimal(text, 'es')]).toEqual([english, spanish]);
});

it('writes a decimal in the sign of the language, and reads it back', () => {
  for (const language of ['en', 'es'] as const) {
    for (const decimal of ['1234.56', '0.125', '7', '1234.567', '-2.5']) expect(typedDecimal(decimalText(decimal, language), language)).toBe(decimal);
  }
  expect([decimalOrText(' ', 'es'), decimalOrText('x', 'es'), decimalOrText('1.250,50', 'es')]).toEqual([null, 'x', '1250.50']);
});
