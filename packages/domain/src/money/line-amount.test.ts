import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAmount, money } from './index.ts';

const of = (quantity: string, unitPrice: string, discountPercent?: string) => lineAmount({ quantity, unitPrice, discountPercent }, 'EUR');

describe('line amounts', () => {
  it.each([
    ['3', '0.85', undefined, 255],
    ['1', '0.125', undefined, 13],
    ['-1', '0.125', undefined, -13],
    ['2.5', '9.99', '10', 2248],
    ['1', '10', '33.335', 667],
    ['7', '3.3333', '0', 2333],
    ['1', '99.99', '100', 0],
  ])('%s × %s less %s %%', (quantity, unitPrice, discount, amount) => {
    expect(of(quantity, unitPrice, discount)).toEqual(money(amount, 'EUR'));
  });

  it('names the part that is wrong', () => {
    expect(of('x', '1')).toMatchObject({ code: 'INVALID_FORMAT', field: 'quantity' });
    expect(of('1', '1,5')).toMatchObject({ code: 'INVALID_FORMAT', field: 'unitPrice' });
    expect(of('1', '1', '101')).toMatchObject({ code: 'OUT_OF_RANGE', field: 'discountPercent' });
    expect(of('1', '1', '-1')).toMatchObject({ code: 'OUT_OF_RANGE', field: 'discountPercent' });
    expect(of('99999999999999999999', '99')).toMatchObject({ code: 'OUT_OF_RANGE' });
  });

  it('is plain integer arithmetic for whole quantities and cents', () => {
    fc.assert(fc.property(fc.integer({ min: -9999, max: 9999 }), fc.nat(999_999), (quantity, price) => {
      const text = `${Math.floor(price / 100)}.${String(price % 100).padStart(2, '0')}`;
      expect(of(String(quantity), text)).toEqual(money(quantity * price, 'EUR'));
    }));
  });
});
