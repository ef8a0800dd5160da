import { expect, it } from 'vitest';
import { customerColumns } from './customer-columns.tsx';
import { customersSearch } from './customers-search.ts';

it('keeps every order that a column of the list offers', () => {
  const orders = customerColumns('en').flatMap(({ id, sortable }) => (sortable ? [id] : []));
  expect(orders).toContain('dataQuality');
  expect(orders.map((sort) => customersSearch.parse({ sort }).sort)).toEqual(orders);
  expect(customersSearch.parse({ sort: 'nonsense' }).sort).toBe('name');
});
