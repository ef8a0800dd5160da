import { expect, it } from 'vitest';
import { m } from './index.ts';

it('compiled the words of both languages', () => {
  expect(m.shell_nav_customers({}, { locale: 'en' })).toBe('Customers');
  expect(m.shell_nav_customers({}, { locale: 'es' })).toBe('Clientes');
});

it('knows that a million in Spanish is many', () => {
  const count = (n: number, shown: string) => m.home_customer_count({ count: n, shown }, { locale: 'es' });
  expect(count(1, '1')).toBe('1 cliente');
  expect(count(4500, '4.500')).toBe('4.500 clientes');
  expect(count(1_000_000, '1 M')).toBe('1 M de clientes');
});
