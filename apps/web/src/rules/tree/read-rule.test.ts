import { expect, it } from 'vitest';
import { readRule } from './read-rule.ts';

it('reads of an address only what the list can be asked', () => {
  const own = { fact: 'country', is: 'eq', value: 'ES' };
  const ofLeads = { and: [own, { fact: 'lead.status', is: 'eq', value: 'NEW' }] };
  expect(readRule(own, 'customer')).toEqual(own);
  expect(readRule(own, 'contact')).toEqual(own);
  expect(readRule(ofLeads, 'lead')).toEqual(ofLeads);
  const ofOrders = { fact: 'order.standing', is: 'in', values: ['PLACED'] };
  expect([readRule(ofOrders, 'order'), readRule(ofOrders, 'customer'), readRule(own, 'order')]).toEqual([ofOrders, undefined, own]);
  const ofProducts = { fact: 'product.isActive', is: 'eq', value: true };
  expect([readRule(ofProducts, 'product'), readRule(ofProducts, 'customer'), readRule(own, 'product')]).toEqual([ofProducts, undefined, undefined]);
  expect(readRule({ some: 'orders', where: { and: [] } }, 'product')).toBeUndefined();
  for (const about of ['customer', 'contact', 'opportunity', 'order', 'product'] as const) expect(readRule(ofLeads, about)).toBeUndefined();
  for (const strange of [undefined, null, 5, 'x', { fact: 'nothing', is: 'isSet' }]) expect(readRule(strange, 'customer')).toBeUndefined();
});
