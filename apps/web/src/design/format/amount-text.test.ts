import { expect, it } from 'vitest';
import { plainAmount } from './amount-text.ts';

it.each([
  ['', null], ['1250', '1250'], ['1.250,50', '1250.50'], ['1,250.50', '1250.50'], ['1.250', '1250'], ['1250,5', '1250.5'], ['12 500 €', '12500'], ['abc', 'abc'], ['1.234.567', '1234567'],
])('reads %j as %j', (text, amount) => expect(plainAmount(text)).toBe(amount));
