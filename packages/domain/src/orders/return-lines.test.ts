import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { type ReturnableOrder, returnLines, type ReturnedPart } from './index.ts';

const order: ReturnableOrder = {
  cancelledAt: null, currency: 'USD', companyCurrency: 'EUR', returned: [],
  lines: [
    { id: 'a', productId: 'p', description: 'P', quantity: '3', amount: 100, companyAmount: 92 },
    { id: 'b', productId: null, description: 'Portes', quantity: '1', amount: 1000, companyAmount: 920 },
  ],
};

describe('returning', () => {
  it('credits in proportion, and the last exactly what is left', () => {
    const first = returnLines(order, [{ lineId: 'a', quantity: '1' }]);
    if (isRefused(first)) throw new Error(first.code);
    expect(first).toMatchObject({ amount: 33, companyAmount: 31, returnedWhole: false });
    const rest = returnLines({ ...order, returned: first.parts }, [{ lineId: 'a', quantity: '2' }, { lineId: 'b', quantity: '1' }]);
    expect(rest).toMatchObject({ amount: 1067, companyAmount: 981, returnedWhole: true });
  });

  it('refuses more than is left, what is not there, and cancelled orders', () => {
    expect(returnLines(order, [{ lineId: 'a', quantity: '2' }, { lineId: 'a', quantity: '2' }])).toMatchObject({ code: 'OUT_OF_RANGE', field: 'lines.1.quantity' });
    expect(returnLines(order, [{ lineId: 'a', quantity: '0' }])).toMatchObject({ code: 'OUT_OF_RANGE' });
    expect(returnLines(order, [{ lineId: 'a', quantity: 'one' }])).toMatchObject({ code: 'INVALID_FORMAT', field: 'lines.0.quantity' });
    expect(returnLines(order, [{ lineId: 'z', quantity: '1' }])).toMatchObject({ code: 'NOT_FOUND', field: 'lines.0.lineId' });
    expect(returnLines(order, [])).toMatchObject({ code: 'REQUIRED' });
    expect(returnLines({ ...order, cancelledAt: 5 }, [{ lineId: 'a', quantity: '1' }])).toMatchObject({ code: 'CONFLICT' });
  });

  it('adds up to the order however it comes back', () => {
    const sizes = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), amount: fc.integer({ min: -500, max: 5000 }), product: fc.constantFrom('p', 'q') }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(sizes, fc.boolean(), (all, backwards) => {
      const lines = all.map(({ quantity, amount, product }, index) => ({
        id: String(index), productId: product, description: '', quantity: String(quantity), amount, companyAmount: amount * 2,
      }));
      const singles = lines.flatMap((line) => Array.from({ length: Number(line.quantity) }, () => ({ lineId: line.id, quantity: '1' })));
      let returned: readonly ReturnedPart[] = [];
      for (const [index, single] of (backwards ? singles.toReversed() : singles).entries()) {
        const answer = returnLines({ ...order, lines, returned }, [single]);
        if (isRefused(answer)) throw new Error(answer.code);
        expect(answer.returnedWhole).toBe(index === singles.length - 1);
        returned = [...returned, ...answer.parts];
      }
      expect(returned.reduce((sum, { amount }) => sum + amount, 0)).toBe(lines.reduce((sum, { amount }) => sum + amount, 0));
    }));
  });
});
