import { expect, it } from 'vitest';
import { type Bought, favourites, lastMonths, monthlyOrders, monthlyRevenue } from './purchases.ts';

const now = Date.UTC(2026, 10, 22);
const line = (id: string) => ({ product: { id, name: id, code: id } });
const order = (placedAt: string, amount: string | null, products: readonly string[], effective = true) => ({
  placedAt, effective, companyAmount: amount === null ? null : { amount, currency: 'EUR' }, lines: products.map(line),
}) as unknown as Bought;

const orders = [
  order('2026-11-01T10:00:00Z', '10.50', ['coffee', 'sugar']), order('2026-10-31T23:30:00Z', '5.00', ['coffee']),
  order('2026-10-02T10:00:00Z', '99.00', ['tea'], false), order('2025-12-05T10:00:00Z', '7.00', ['coffee', 'coffee']),
];

it('counts months in the company’s zone, the current one last', () => {
  expect(lastMonths(now, 'Europe/Madrid').at(0)).toBe('2025-12');
  expect(lastMonths(now, 'Europe/Madrid').at(-1)).toBe('2026-11');
  // 23:30 UTC on the last of October is the first of November in Madrid.
  expect(monthlyRevenue(orders, true, now, 'Europe/Madrid')?.slice(-2)).toEqual([0, 15.5]);
  expect(monthlyRevenue(orders, true, now, 'UTC')?.slice(-2)).toEqual([5, 10.5]);
});

it('draws no course that it does not know whole, or that may not be read', () => {
  expect(monthlyRevenue(orders, false, now, 'UTC')).toBeUndefined();
  expect(monthlyOrders(orders, false, now, 'UTC')).toBeUndefined();
  expect(monthlyRevenue([order('2026-11-01T10:00:00Z', null, [])], true, now, 'UTC')).toBeUndefined();
});

it('counts a favourite once an order, and no cancelled order', () => {
  expect(favourites(orders)).toEqual([{ id: 'coffee', name: 'coffee', orders: 3 }, { id: 'sugar', name: 'sugar', orders: 1 }]);
  expect(monthlyOrders(orders, true, now, 'UTC')?.reduce((sum, count) => sum + count)).toBe(3);
});
