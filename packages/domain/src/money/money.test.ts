import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { add, addDecimals, compareDecimals, convert, formatDecimal, minorDigits, money, type Money, multiply, negate, parseMoney, plainDecimal, portion, readDecimal, sum, writeDecimal } from './index.ts';

const eur = (amount: number): Money => money(amount, 'EUR');
const cents = fc.integer({ min: -1e12, max: 1e12 });

describe('money', () => {
  it('knows the minor units of currencies', () => {
    expect(['EUR', 'JPY', 'TND'].map(minorDigits)).toEqual([2, 0, 3]);
  });

  it('reads and writes decimal text', () => {
    expect(parseMoney('12.3', 'EUR')).toEqual(eur(1230));
    expect(parseMoney('-0.05', 'EUR')).toEqual(eur(-5));
    expect(parseMoney('12.300', 'EUR')).toEqual(eur(1230));
    expect(parseMoney('1234', 'JPY')).toEqual(money(1234, 'JPY'));
    expect(formatDecimal(eur(-5))).toBe('-0.05');
    expect(formatDecimal(money(7, 'TND'))).toBe('0.007');
    expect(formatDecimal(money(7, 'JPY'))).toBe('7');
  });

  it.each([['12.345', 'EUR'], ['12,30', 'EUR'], ['1.5', 'JPY'], ['1e3', 'EUR'], ['', 'EUR'], ['€5', 'EUR']])(
    'refuses %s %s', (text, currency) => {
      expect(parseMoney(text, currency)).toMatchObject({ code: 'INVALID_FORMAT' });
    });

  it('refuses unknown currencies, unsafe amounts and mixed sums', () => {
    expect(parseMoney('1', 'EURO')).toMatchObject({ code: 'INVALID', field: 'currency' });
    expect(parseMoney('90071992547409.92', 'EUR')).toMatchObject({ code: 'OUT_OF_RANGE' });
    expect(add(eur(1), money(1, 'USD'))).toMatchObject({ code: 'INVALID' });
    expect(sum([eur(1), money(1, 'USD')], 'EUR')).toMatchObject({ code: 'INVALID' });
    expect(sum([], 'EUR')).toEqual(eur(0));
    expect(() => money(0.5, 'EUR')).toThrow(RangeError);
  });

  it('rounds half up in magnitude, on both sides of zero', () => {
    expect(multiply(eur(1), '0.5')).toEqual(eur(1));
    expect(multiply(eur(-1), '0.5')).toEqual(eur(-1));
    expect(multiply(eur(1), '0.49')).toEqual(eur(0));
    expect(multiply(eur(-1), '0.49')).toEqual(eur(0));
    expect(multiply(eur(333), '3')).toEqual(eur(999));
    expect(multiply(eur(1), 'x')).toMatchObject({ code: 'INVALID_FORMAT' });
  });

  it('converts between currencies of different digits', () => {
    expect(convert(eur(1000), '1.0856', 'USD')).toEqual(money(1086, 'USD'));
    expect(convert(eur(1000), '161.25', 'JPY')).toEqual(money(1613, 'JPY'));
    expect(convert(money(100, 'JPY'), '0.0062', 'EUR')).toEqual(eur(62));
    expect(convert(eur(1), '0', 'USD')).toMatchObject({ code: 'OUT_OF_RANGE' });
  });

  it('takes shares and handles decimal texts exactly', () => {
    expect(portion(eur(100), '1', '3')).toEqual(eur(33));
    expect(portion(eur(-5), '0.5', '1.0')).toEqual(eur(-3));
    expect(['+05.50', '-0.0', '1200', '.5'].map(plainDecimal)).toEqual(['5.5', '0', '1200', null]);
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect([compareDecimals('1.0', '1'), compareDecimals('-2', '1.5'), compareDecimals('10', '9.99')]).toEqual([0, -1, 1]);
    expect(() => addDecimals('x', '1')).toThrow(RangeError);
  });

  it('reads back what it writes, in every currency', () => {
    fc.assert(fc.property(cents, fc.constantFrom('EUR', 'JPY', 'TND', 'USD'), (amount, currency) => {
      expect(parseMoney(formatDecimal(money(amount, currency)), currency)).toEqual(money(amount, currency));
    }));
  });

  it('mirrors: the opposite amount gives the opposite product', () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), fc.nat(6)).map(([units, scale]) => writeDecimal({ units, scale }));
    fc.assert(fc.property(fc.integer({ min: -1e6, max: 1e6 }), decimals, (amount, quantity) => {
      const product = multiply(eur(amount), quantity);
      if (isRefused(product)) throw new Error('refused');
      expect(multiply(eur(-amount), quantity)).toEqual(negate(product));
      const { units, scale } = readDecimal(quantity) ?? { units: 0n, scale: 0 };
      const twiceError = 2n * (BigInt(product.amount) * 10n ** BigInt(scale) - BigInt(amount) * units);
      expect((twiceError < 0n ? -twiceError : twiceError) <= 10n ** BigInt(scale)).toBe(true);
    }));
  });
});
