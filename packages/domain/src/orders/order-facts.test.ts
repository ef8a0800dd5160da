import { isRefused } from '#refusal';
import { holds, parseRule } from '#rules';
import { expect, test } from 'vitest';
import { type FactualOrder, orderCatalogue, orderFacts } from './index.ts';

const wine = '0198c0de-0000-7000-8000-000000000001';
const order: FactualOrder = {
  placedAt: 0, companyAmount: 5000, companyReturned: 1000, currency: 'EUR', channel: null, source: 'IMPORT', system: 'Sage  Á', lineId: 'l', productIds: [wine],
  deliveredAt: 5, settledAt: null, cancelledAt: null, contractEndsAt: null, noticeEndsAt: null, renewsOrderId: null, tracked: true, returnedWhole: false,
};

test('an order stands where its last step left it; cancelled or returned whole goes before', () => {
  const standing = (more: Partial<FactualOrder>) => orderFacts({ ...order, ...more })['order.standing'];
  expect([standing({ deliveredAt: null }), standing({}), standing({ settledAt: 6 }), standing({ settledAt: 6, returnedWhole: true }), standing({ cancelledAt: 7, returnedWhole: true })])
    .toEqual(['PLACED', 'DELIVERED', 'SETTLED', 'RETURNED', 'CANCELLED']);
});

test('rules about an order read it and its customer, and nothing of a lead', () => {
  const rule = parseRule({ and: [{ fact: 'order.system', is: 'startsWith', value: 'sage a' }, { fact: 'order.productIds', is: 'contains', value: wine }, { fact: 'country', is: 'eq', value: 'ES' }] }, orderCatalogue());
  if (isRefused(rule)) throw new Error(rule.code);
  expect(holds(rule, { facts: { ...orderFacts(order), country: 'ES' } }, 0)).toBe(true);
  expect(holds(rule, { facts: { ...orderFacts({ ...order, system: null }), country: 'ES' } }, 0)).toBe(false);
  expect(parseRule({ fact: 'lead.status', is: 'eq', value: 'NEW' }, orderCatalogue())).toMatchObject({ refused: true });
  expect(parseRule({ fact: 'order.channel', is: 'eq', value: 'PIGEON' }, orderCatalogue())).toMatchObject({ refused: true });
});
