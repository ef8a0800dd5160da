import type { Leaf, Rule } from '@orbita/domain/rules';
import { expect, it } from 'vitest';
import { filtersOf, ruleOfFilters } from './simple-rule.ts';

const spain: Leaf = { fact: 'country', is: 'eq', value: 'ES' };
const loyal: Leaf = { fact: 'ordersCount', is: 'ge', value: 5 };

it('turns chips into a rule and back', () => {
  for (const filters of [[], [spain], [spain, loyal]]) expect(filtersOf(ruleOfFilters(filters))).toEqual(filters);
  expect(ruleOfFilters([])).toBeUndefined();
  expect(ruleOfFilters([spain])).toEqual(spain);
});

it.each<Rule>([
  { or: [spain, loyal] }, { not: spain }, { assume: true, rule: spain }, { and: [spain, { or: [loyal] }] },
  { some: 'orders', where: { fact: 'amount', is: 'gt', value: 1 } },
])('leaves what is more than a list of predicates to the full editor: %j', (rule) => {
  expect(filtersOf(rule)).toBeUndefined();
});
