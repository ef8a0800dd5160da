import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import { evaluateRule, nextReviewOf, type Rule } from '../index.ts';

const x = Date.UTC(2026, 2, 1, 10);
const facts = { x };
const since: Rule = { fact: 'x', is: 'daysSince', compare: 'eq', days: 14 };
const until: Rule = { fact: 'x', is: 'daysUntil', compare: 'eq', days: 14 };

describe('the next review', () => {
  it.each<[string, Rule, number, number | null]>([
    ['an instant to come', { fact: 'x', is: 'reached' }, x - 5, x],
    ['an instant just reached', { fact: 'x', is: 'reached' }, x, null],
    ['days that begin', since, x, x + 14 * day],
    ['days that end', since, x + 14 * day, x + 15 * day],
    ['days that are over', since, x + 15 * day, null],
    ['days until, far ahead', until, x - 100 * day, x - 15 * day + 1],
    ['days until, within', until, x - 15 * day + 1, x - 14 * day + 1],
    ['days until, over', until, x - 14 * day + 1, null],
    ['no clock', { fact: 'x', is: 'isSet' }, x - 5, null],
    ['the earlier of two', { or: [since, { not: { fact: 'x', is: 'reached' } }] }, x - 5, x],
  ])('%s', (_case, rule, now, review) => expect(nextReviewOf(rule, facts, now)).toBe(review));

  it('is the very instant at which the truth flips', () => {
    for (const rule of [since, until]) {
      for (const from of [x - 100 * day, x - 14.5 * day, x, x + 14.5 * day]) {
        const review = nextReviewOf(rule, facts, from);
        if (review === null) continue;
        expect(evaluateRule(rule, { facts }, review)).not.toBe(evaluateRule(rule, { facts }, review - 1));
      }
    }
  });

  it('comes when the answer to a survey grows too old', () =>
    expect(nextReviewOf({ fact: 'npsClass', is: 'eq', value: 'DETRACTOR' }, { npsClass: 'DETRACTOR', lastNpsAt: x }, x)).toBe(x + 365 * day));

  it('has none where nothing is known', () => {
    expect(nextReviewOf(since, { x: null }, x)).toBeNull();
    expect(nextReviewOf(since, {}, x)).toBeNull();
  });

  it('looks into related rows', () => {
    const rule: Rule = { some: 'orders', where: { fact: 'placedAt', is: 'daysSince', compare: 'lt', days: 30 } };
    expect(nextReviewOf(rule, {}, x, { orders: [{ placedAt: x - 40 * day }, { placedAt: x }] })).toBe(x + 30 * day);
  });
});
