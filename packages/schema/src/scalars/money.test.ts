import 'reflect-metadata';
import { expect, test } from 'vitest';
import { money } from './money.type.ts';

test.each([
  ['9007199254740993', 'EUR', '90071992547409.93'], ['-18014398509481985', 'EUR', '-180143985094819.85'], ['90071992547409931', 'JPY', '90071992547409931'],
  ['-5', 'EUR', '-0.05'], [125, 'EUR', '1.25'], ['0', 'TND', '0.000'],
] as const)('%s minor units of %s are %s, to the cent', (minor, currency, amount) => {
  expect(money(minor, currency)).toEqual({ amount, currency });
});
