import { expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { addTo, changeAt, duplicateAt, moveAt, removeAt, unwrap, wrap } from './edit.ts';
import { faultsOf } from './faults.ts';

const a: Draft = { fact: 'ordersCount', is: 'ge', value: 1 };
const b: Draft = { fact: 'country', is: 'in', values: ['ES'] };
const tree = { and: [a, { not: { assume: false, rule: { or: [b, a] } } }, { some: 'orders', where: { and: [] } }] } as const satisfies Draft;

it('changes one part and leaves the rest', () => {
  expect(changeAt(tree, ['and', 1, 'not', 'rule', 'or', 0], () => a)).toEqual({ and: [a, { not: { assume: false, rule: { or: [a, a] } } }, tree.and[2]] });
  expect(addTo(tree, ['and', 2, 'where'], a)).toMatchObject({ and: [a, {}, { some: 'orders', where: { and: [a] } }] });
});

it('takes away a part with what only wrapped it; a group stays, also empty', () => {
  expect(removeAt(tree, ['and', 1, 'not', 'rule'])).toEqual({ and: [a, tree.and[2]] });
  expect(removeAt({ and: [a] }, ['and', 0])).toEqual({ and: [] });
  expect(removeAt(tree, [])).toEqual({ and: [] });
});

it('moves within a group, never over its edge, and doubles', () => {
  expect(moveAt({ or: [a, b] }, ['or', 0], 1)).toEqual({ or: [b, a] });
  expect(moveAt({ or: [a, b] }, ['or', 0], -1)).toEqual({ or: [a, b] });
  expect(duplicateAt({ or: [a, b] }, ['or', 1])).toEqual({ or: [a, b, b] });
});

it('takes off what stands around a part and puts it back', () => {
  const around = unwrap(tree.and[1], ['and', 1]);
  expect(around.innerPath).toEqual(['and', 1, 'not', 'rule']);
  expect(wrap(around.inner, around.wrappers)).toEqual(tree.and[1]);
});

it('finds every predicate at fault, by its path', () => {
  const faults = faultsOf({ and: [a, { fact: 'gone', is: 'isSet' }, { not: { fact: 'ordersCount', is: 'ge' } }, { some: 'orders', where: { and: [{ fact: 'amount', is: 'gt', value: 'x' }] } }] });
  expect([...faults]).toEqual([['and.1', 'fact'], ['and.2.not', 'value'], ['and.3.where.and.0', 'value']]);
  expect(faultsOf(tree).size).toBe(0);
});
