import { expect, it } from 'vitest';
import { whatIsLeft } from './index.ts';

const line = (id: string, quantity: string, productId: string | null = 'p', description = 'Coffee') => ({ id, quantity, productId, description });
const back = (quantity: string, productId: string | null = 'p', description: string | null = null) => ({ quantity, productId, description });

it('leaves everything where nothing came back', () => {
  expect(whatIsLeft([line('a', '2'), line('b', '1', null, 'Carriage')], [])).toEqual([{ lineId: 'a', quantity: '2' }, { lineId: 'b', quantity: '1' }]);
});

it('takes what came back of a product from its lines in their order', () => {
  expect(whatIsLeft([line('a', '2'), line('b', '3')], [back('1'), back('1.5')])).toEqual([{ lineId: 'b', quantity: '2.5' }]);
});

it('knows a line without a product by its description', () => {
  expect(whatIsLeft([line('a', '1', null, 'Carriage'), line('b', '1', null, 'Set-up')], [back('1', null, 'Carriage')])).toEqual([{ lineId: 'b', quantity: '1' }]);
});
