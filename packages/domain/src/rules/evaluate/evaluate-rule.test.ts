import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import type { FactValue } from '#facts';
import { evaluateRule, holds, type Leaf, maskFacts, maskSubject, type Rule, type Truth } from '../index.ts';

const now = Date.UTC(2026, 2, 15, 10);
const on = (value: FactValue | undefined) => ({ facts: { x: value } });
const leaf = (rest: object): Leaf => ({ fact: 'x', ...rest }) as Leaf;

const predicates: readonly [string, Leaf, FactValue, FactValue][] = [
  ['eq', leaf({ is: 'eq', value: 3 }), 3, 4],
  ['ne', leaf({ is: 'ne', value: 3 }), 4, 3],
  ['lt', leaf({ is: 'lt', value: 3 }), 2, 3],
  ['le', leaf({ is: 'le', value: 3 }), 3, 4],
  ['gt', leaf({ is: 'gt', value: 3 }), 4, 3],
  ['ge', leaf({ is: 'ge', value: 3 }), 3, 2],
  ['eq of a boolean', leaf({ is: 'eq', value: false }), false, true],
  ['ne of an enum', leaf({ is: 'ne', value: 'A' }), 'B', 'A'],
  ['in', leaf({ is: 'in', values: ['A', 'B'] }), 'B', 'C'],
  ['contains of a set', leaf({ is: 'contains', value: 'vip' }), ['old', 'vip'], ['vip2']],
  ['contains of a text', leaf({ is: 'contains', value: '100%' }), 'el 100% ok', 'el 1000 ok'],
  ['startsWith', leaf({ is: 'startsWith', value: 'san' }), 'san juan', 'el san juan'],
  ['reached', leaf({ is: 'reached' }), now, now + 1],
  ['daysSince', leaf({ is: 'daysSince', compare: 'ge', days: 14 }), now - 14 * day, now - 14 * day + 1],
  ['daysUntil', leaf({ is: 'daysUntil', compare: 'ge', days: 14 }), now + 14 * day, now + 14 * day - 1],
  ['isSet', leaf({ is: 'isSet' }), 0, null],
];

describe.each(predicates)('%s', (_name, rule, fulfilled, missed) => {
  it('is true or false on a value', () => {
    expect(evaluateRule(rule, on(fulfilled), now)).toBe(true);
    expect(evaluateRule(rule, on(missed), now)).toBe(false);
  });
  it('on null is unknown, but isSet is false', () =>
    expect(evaluateRule(rule, on(null), now)).toBe(rule.is === 'isSet' ? false : 'unknown'));
  it('on an absent fact is unknown', () => {
    expect(evaluateRule(rule, on(undefined), now)).toBe('unknown');
    expect(evaluateRule(rule, { facts: {} }, now)).toBe('unknown');
  });
  it.each([null, undefined])('inside assume an unknown becomes what is assumed (%s)', (value) => {
    const unknown = evaluateRule(rule, on(value), now) === 'unknown';
    expect(evaluateRule({ assume: true, rule }, on(value), now)).toBe(unknown);
    expect(evaluateRule({ assume: false, rule }, on(value), now)).toBe(false);
    expect(evaluateRule({ assume: false, rule }, on(fulfilled), now)).toBe(true);
  });
});

describe('days', () => {
  const since = (days: number): Rule => leaf({ is: 'daysSince', compare: 'eq', days });
  it.each([[0, 0], [1, -1], [day, -1], [day + 1, -2], [-day, 1], [-day + 1, 0], [-1, 0]])(
    'an instant %i ms from now was %i days ago', (distance, days) => {
      expect(evaluateRule(since(days), on(now + distance), now)).toBe(true);
      expect(evaluateRule({ not: since(days) }, on(now + distance), now)).toBe(false);
    });
});

const yes: Rule = { and: [] };
const no: Rule = { or: [] };
const unknown: Rule = leaf({ is: 'reached' });
const nothing = { facts: {} };
const byTruth: readonly [Truth, Rule][] = [[false, no], ['unknown', unknown], [true, yes]];

describe('and, or, not', () => {
  it.each(byTruth.flatMap(([left, first], i) => byTruth.map(([right, second], j) => ({
    left, right, first, second, least: byTruth[Math.min(i, j)]?.[0], most: byTruth[Math.max(i, j)]?.[0],
  }))))('$left with $right: and $least, or $most', ({ first, second, least, most }) => {
    expect(evaluateRule({ and: [first, second] }, nothing, now)).toBe(least);
    expect(evaluateRule({ or: [first, second] }, nothing, now)).toBe(most);
  });
  it('not swaps and leaves the unknown', () =>
    expect(byTruth.map(([, rule]) => evaluateRule({ not: rule }, nothing, now))).toEqual([true, 'unknown', false]));
  it('holds only when true', () => expect(byTruth.map(([, rule]) => holds(rule, nothing, now))).toEqual([false, false, true]));
});

describe('some and none', () => {
  const big: Rule = { fact: 'amount', is: 'ge', value: 100 };
  const on = (rows?: readonly (number | null)[]) =>
    ({ facts: {}, ...(rows ? { relations: { orders: rows.map((amount) => ({ amount })) } } : {}) });
  it.each<[string, readonly (number | null)[] | undefined, Truth]>([
    ['any row true', [null, 100, 1], true],
    ['none true and one unknown', [1, null], 'unknown'],
    ['all false', [1, 2], false],
    ['no row', [], false],
    ['no relation', undefined, 'unknown'],
  ])('%s', (_case, rows, truth) => {
    expect(evaluateRule({ some: 'orders', where: big }, on(rows), now)).toBe(truth);
    expect(evaluateRule({ none: 'orders', where: big }, on(rows), now)).toBe(truth === 'unknown' ? truth : !truth);
  });
});

describe('what the viewer may not read', () => {
  it('is unknown to him', () => {
    const rule: Rule = { fact: 'margin12m', is: 'isSet' };
    expect(evaluateRule(rule, { facts: maskFacts({ margin12m: 5 }, ['margin12m']) }, now)).toBe('unknown');
  });
  it('also in related rows', () => {
    const subject = { facts: { kind: 'PERSON' }, relations: { orders: [{ amount: 500, channel: 'WEB' }] } };
    const masked = maskSubject(subject, (key) => key === 'orders.amount');
    expect(masked).toEqual({ facts: { kind: 'PERSON' }, relations: { orders: [{ channel: 'WEB' }] } });
    expect(evaluateRule({ some: 'orders', where: { fact: 'amount', is: 'ge', value: 1 } }, masked, now)).toBe('unknown');
  });
});
