import { expect, it } from 'vitest';
import { costReturned } from './index.ts';

const line = (productId: string | null, quantity: string, companyCost: number | null, description = 'x') => ({ productId, description, quantity, companyCost });

it('is the share of each product by what came back of it, all of it when all came back', () => {
  const lines = [line('wine', '4', 1000), line('oil', '2', 301), line('wine', '2', 200), line(null, '1', null, 'Portes')];
  expect(costReturned(lines, [])).toBe(0);
  expect(costReturned(lines, [{ productId: 'wine', description: 'x', quantity: '3' }])).toBe(600);
  expect(costReturned(lines, [{ productId: 'oil', description: null, quantity: '1' }, { productId: null, description: 'Portes', quantity: '1' }])).toBe(151);
  expect(costReturned(lines, [{ productId: 'wine', description: 'x', quantity: '2.5' }, { productId: 'wine', description: 'x', quantity: '9' }])).toBe(1200);
});
