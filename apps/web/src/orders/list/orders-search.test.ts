import { expect, it } from 'vitest';
import { ordersSearch } from './orders-search.ts';

it('takes of an address what the list can be asked, and leaves out what is no day or no state', () => {
  const asked = { q: 'P01', standing: 'SETTLED', from: '2026-01-01', until: '2026-02-28' };
  expect(ordersSearch.parse(asked)).toEqual(asked);
  const sorted = { rule: { fact: 'country', is: 'eq', value: 'ES' }, sort: 'amount', desc: true };
  expect(ordersSearch.parse(sorted)).toEqual(sorted);
  expect(ordersSearch.parse({ sort: 'colour' })).toEqual({});
  for (const day of ['abc', '2026-99-99', '2026-02-30', '20260101']) expect(ordersSearch.parse({ from: day, until: day, standing: 'LOST' })).toEqual({ from: '', until: '' });
});
