import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deciding, evaluateRule, explainRule, type Leaf, type Rule } from '../index.ts';
import { arbitraryRule, arbitrarySubject, fixtureNow as now } from '../rule.fixture.ts';

const orders = (value: number): Leaf => ({ fact: 'ordersCount', is: 'ge', value });
const tier: Leaf = { fact: 'valueTier', is: 'in', values: ['A'] };
const alarm: Leaf = { fact: 'alarmAt', is: 'reached' };
const subject = { facts: { ordersCount: 2, valueTier: null }, relations: { orders: [{ amount: 5 }, { amount: 50 }] } };
const decidingFacts = (rule: Rule) => deciding(rule, subject, now).map((by) => ('fact' in by.rule ? [by.rule.fact, by.value] : by.rule));

describe('an explanation', () => {
  it('tells each part with its truth and value', () => {
    expect(explainRule({ and: [orders(1), { not: tier }, alarm] }, subject, now)).toMatchObject({
      truth: 'unknown',
      parts: [
        { truth: true, value: 2 },
        { truth: 'unknown', parts: [{ truth: 'unknown', value: null }] },
        { truth: 'unknown', value: undefined },
      ],
    });
  });

  it('counts the rows that fulfil', () => {
    const rule: Rule = { some: 'orders', where: { fact: 'amount', is: 'ge', value: 10 } };
    expect(explainRule(rule, subject, now)).toMatchObject({ truth: true, rows: { all: 2, fulfilling: 1 } });
    expect(explainRule(rule, { facts: {} }, now)).toMatchObject({ truth: 'unknown', parts: [] });
  });

  it.each<[string, Rule, unknown[]]>([
    ['all of a true and', { and: [orders(1), orders(2)] }, [['ordersCount', 2], ['ordersCount', 2]]],
    ['the culprit of a false and', { and: [orders(1), orders(3), tier] }, [['ordersCount', 2]]],
    ['the reasons of a true or', { or: [orders(3), orders(2), alarm] }, [['ordersCount', 2]]],
    ['what is not known', { and: [orders(1), tier] }, [['valueTier', null]]],
    ['through not and assume', { assume: false, rule: { not: alarm } }, [['alarmAt', undefined]]],
    ['nothing where nothing is asked', { and: [] }, []],
  ])('names %s', (_case, rule, facts) => expect(decidingFacts(rule)).toEqual(facts));

  it('has the truth of the rule at its root', () => {
    fc.assert(fc.property(arbitraryRule(), arbitrarySubject(undefined, { now }), (rule, anybody) => {
      expect(explainRule(rule, anybody, now).truth).toBe(evaluateRule(rule, anybody, now));
    }));
  });
});
