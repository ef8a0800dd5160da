import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { isEffective, orderAmount, type OrderInput, prepareOrder, takeOrder } from './index.ts';

const company = { currency: 'EUR', defaultLineId: 'line-1' };
const placedAt = Date.parse('2026-03-01T10:00:00Z');
const one = { description: ' Tornillo  M5 ', quantity: '3', unitPrice: '0.125' };
const input = (more: Partial<OrderInput> = {}): OrderInput => ({ source: 'MANUAL', placedAt, currency: 'EUR', lines: [one], ...more });

describe('an order', () => {
  it('has amounts that add up, cost only where it is known, and the default line', () => {
    expect(prepareOrder(input({
      number: ' P-1 ', channel: 'PHONE',
      lines: [{ ...one, productId: 'p', listPrice: '0.150', cost: '0.1' }, { description: 'Portes', quantity: '1', unitPrice: '10', discountPercent: '33.335' }],
    }), company)).toEqual({
      number: 'P-1', source: 'MANUAL', lineId: 'line-1', channel: 'PHONE', placedAt, tracked: false, deliveredAt: placedAt, settledAt: placedAt,
      contractEndsAt: null, currency: 'EUR', rate: '1', amount: 705, companyAmount: 705, companyCost: 30, companyCosted: 38,
      lines: [
        { no: 1, productId: 'p', description: 'Tornillo M5', quantity: '3', unitPrice: '0.125', listPrice: '0.15', discountPercent: '0', amount: 38, companyAmount: 38, companyCost: 30 },
        { no: 2, productId: null, description: 'Portes', quantity: '1', unitPrice: '10', listPrice: null, discountPercent: '33.335', amount: 667, companyAmount: 667, companyCost: null },
      ],
    });
  });

  it('is converted line by line at its own rate', () => {
    const lines = [1, 2, 3].map(() => ({ description: 'x', quantity: '1', unitPrice: '0.01' }));
    const order = prepareOrder(input({ currency: 'USD', rate: '0.50', lines }), company);
    expect(order).toMatchObject({ amount: 3, companyAmount: 3, rate: '0.5', companyCost: null, companyCosted: 0 });
    if (!isRefused(order)) expect(order.lines.map(({ companyAmount }) => companyAmount)).toEqual([1, 1, 1]);
  });

  it('is tracked when somebody records its delivery or payment', () => {
    expect(prepareOrder(input({ deliveredAt: null }), company)).toMatchObject({ tracked: true, deliveredAt: null, settledAt: null });
    expect(prepareOrder(input({ source: 'QUOTE' }), company)).toMatchObject({ tracked: true, deliveredAt: null });
    expect(prepareOrder(input({ source: 'IMPORT', settledAt: placedAt + 5 }), company)).toMatchObject({ tracked: true, settledAt: placedAt + 5 });
    expect(prepareOrder(input({ source: 'SHOP', tracked: false, deliveredAt: 5 }), company)).toMatchObject({ tracked: false, deliveredAt: placedAt });
  });

  it.each([
    [{ lines: [] }, 'REQUIRED', 'lines'],
    [{ lines: [one, { ...one, quantity: '0' }] }, 'OUT_OF_RANGE', 'lines.1.quantity'],
    [{ lines: [{ ...one, quantity: '1,5' }] }, 'INVALID_FORMAT', 'lines.0.quantity'],
    [{ lines: [{ ...one, unitPrice: '' }] }, 'INVALID_FORMAT', 'lines.0.unitPrice'],
    [{ lines: [{ ...one, listPrice: '-1' }] }, 'OUT_OF_RANGE', 'lines.0.listPrice'],
    [{ lines: [{ ...one, cost: 'x' }] }, 'INVALID_FORMAT', 'lines.0.cost'],
    [{ lines: [{ ...one, discountPercent: '120' }] }, 'OUT_OF_RANGE', 'lines.0.discountPercent'],
    [{ lines: [{ ...one, description: ' ' }] }, 'REQUIRED', 'lines.0.description'],
    // More digits than are kept: shown and exported, the line would not give its amount.
    [{ lines: [{ ...one, quantity: '999999999999999', unitPrice: '0.01' }] }, 'OUT_OF_RANGE', 'lines.0.quantity'],
    [{ lines: [{ ...one, quantity: '0.00004' }] }, 'INVALID_FORMAT', 'lines.0.quantity'],
    [{ lines: [{ ...one, unitPrice: '1.1234567' }] }, 'INVALID_FORMAT', 'lines.0.unitPrice'],
    [{ lines: [{ ...one, listPrice: '8412345678905' }] }, 'OUT_OF_RANGE', 'lines.0.listPrice'],
    [{ lines: [{ ...one, discountPercent: '33.33335' }] }, 'INVALID_FORMAT', 'lines.0.discountPercent'],
    [{ currency: 'EURO' }, 'INVALID', 'currency'],
    [{ currency: 'USD' }, 'REQUIRED', 'rate'],
    [{ currency: 'USD', rate: '-1' }, 'OUT_OF_RANGE', 'rate'],
    [{ contractEndsAt: placedAt }, 'INVALID', 'contractEndsAt'],
    [{ placedAt: Number.NaN }, 'INVALID', 'placedAt'],
    [{ number: 'x'.repeat(61) }, 'TOO_LONG', 'number'],
  ] as const)('%#: is refused with the path of what is wrong', (more, code, field) => {
    expect(prepareOrder(input(more), company)).toMatchObject({ refused: true, code, field });
  });

  it('is not below zero in all when it is taken here, whatever its source; a discount is a line below zero', () => {
    const off = { description: 'Descuento', quantity: '1', unitPrice: '-0.38' };
    expect(takeOrder(input({ lines: [one, off] }), company)).toMatchObject({ amount: 0 });
    for (const source of ['MANUAL', 'IMPORT'] as const) {
      expect(takeOrder(input({ source, lines: [one, { ...off, unitPrice: '-0.39' }] }), company)).toMatchObject({ code: 'OUT_OF_RANGE', field: 'lines', details: { minimum: 0 } });
    }
    expect(prepareOrder(input({ source: 'IMPORT', lines: [off] }), company)).toMatchObject({ amount: -38 });
  });

  it('counts unless cancelled or returned in full, less what was credited', () => {
    const state = { cancelledAt: null, returnedWhole: false, companyAmount: 1000, companyReturned: 200 };
    expect([isEffective(state), orderAmount(state)]).toEqual([true, 800]);
    expect(orderAmount({ ...state, cancelledAt: placedAt })).toBe(0);
    expect(isEffective({ ...state, returnedWhole: true })).toBe(false);
  });
});
