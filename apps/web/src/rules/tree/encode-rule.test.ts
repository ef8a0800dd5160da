import { fragments, type Rule } from '@orbita/domain/rules';
import { expect, it } from 'vitest';
import { decodeRule, encodeRule } from './encode-rule.ts';

const id = '0198c0de-0000-7000-8000-000000000001';
const rules: readonly Rule[] = [
  ...Object.values(fragments),
  { and: [] },
  { or: [{ and: [] }, { or: [] }] },
  { fact: 'ownerId', is: 'in', values: [id, id] },
  { fact: 'rfmRecency', is: 'in', values: [-3, 0, 12] },
  { fact: 'hasEmail', is: 'ne', value: false },
  { fact: 'name', is: 'contains', value: "o'hara & (hijos) 100% *_-~!." },
  { fact: 'source', is: 'eq', value: 'Años · ñ/€ +?#=&' },
  { fact: 'stage.operational', is: 'ne', value: 'FOLLOW_UP' },
  { fact: 'alarmAt', is: 'daysUntil', compare: 'le', days: -7 },
  { fact: 'firstOrderAt', is: 'ge', value: 1_772_323_200_000 },
  { assume: true, rule: { not: { some: 'orders', where: { and: [{ fact: 'channel', is: 'eq', value: '-' }, { fact: 'amount', is: 'gt', value: 150_000 }] } } } },
  { none: 'activities', where: { fact: 'kind', is: 'eq', value: 'CALL' } },
];

it.each(rules)('comes back from the address as it went in: %j', (rule) => {
  const text = encodeRule(rule);
  expect(new URLSearchParams({ rule: text }).toString()).toBe(`rule=${text}`);
  expect(decodeRule(text)).toEqual(rule);
});

it('is short', () => {
  const rule: Rule = { and: [{ fact: 'ordersCount', is: 'ge', value: 2 }, { fact: 'valueTier', is: 'in', values: ['A', 'B'] }] };
  expect(encodeRule(rule)).toBe('and*ordersCount*ge*n2*valueTier*in*sA*sB*-*-');
});

it.each(['', 'and', 'and*', 'ordersCount*ge', 'ordersCount*ge*sx', 'nonsense*isSet', 'and*-*-', 'city*eq*s_ZZ', 'name*eq*s_', 'lead.status*eq*sNEW'])('%j of a stale bookmark is no rule', (text) => {
  expect(decodeRule(text)).toBeUndefined();
});
