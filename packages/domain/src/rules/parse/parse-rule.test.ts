import { describe, expect, it } from 'vitest';
import { customFact } from '#facts';
import { type Refusal, refusalMessage } from '#refusal';
import { customerCatalogue, parseRule, type Rule } from '../index.ts';

const catalogue = customerCatalogue();
const id = '0198c0de-0000-7000-8000-000000000001';
const deep = (levels: number): Rule => (levels <= 1 ? { and: [] } : { not: deep(levels - 1) });

describe('a rule that can be read', () => {
  it.each<[string, unknown]>([
    ['a comparison', { fact: 'ordersCount', is: 'ge', value: 1 }],
    ['an empty and', { and: [] }],
    ['a list', { fact: 'valueTier', is: 'in', values: ['A', 'B'] }],
    ['a set', { fact: 'productIds', is: 'contains', value: id }],
    ['days', { fact: 'lastOrderAt', is: 'daysSince', compare: 'lt', days: 14 }],
    ['a fact whose room is absent', { fact: 'npsClass', is: 'eq', value: 'PROMOTER' }],
    ['related rows', { none: 'orders', where: { fact: 'amount', is: 'gt', value: 10_000 } }],
    ['assume', { assume: true, rule: { not: { fact: 'doNotContact', is: 'eq', value: true } } }],
    ['the deepest', deep(12)],
  ])('%s', (_case, rule) => expect(parseRule(rule, catalogue)).toEqual(rule));

  it('has its constants in the form of the facts', () => {
    expect(parseRule({ fact: 'city', is: 'eq', value: ' Málaga ' }, catalogue)).toMatchObject({ value: 'malaga' });
    expect(parseRule({ fact: 'ownerId', is: 'in', values: [id.toUpperCase()] }, catalogue)).toMatchObject({ values: [id] });
    expect(parseRule({ fact: 'alarmAt', is: 'lt', value: '2026-03-01T10:00:00+01:00' }, catalogue))
      .toMatchObject({ value: Date.UTC(2026, 2, 1, 9) });
  });

  it('may read custom facts of its catalogue', () => {
    const extra = customFact({ name: 'size', type: 'integer', label: { en: 'Size', es: 'Talla' } });
    const rule = { fact: 'custom.size', is: 'ge', value: 40 };
    expect(parseRule(rule, customerCatalogue([extra]))).toEqual(rule);
    expect(parseRule(rule, catalogue)).toMatchObject({ code: 'RULE_INVALID', field: 'fact' });
  });
});

describe('a rule that cannot be read', () => {
  it.each<[string, unknown, string | undefined, RegExp]>([
    ['no object', 'ordersCount >= 1', undefined, /write an object/],
    ['a list', [], undefined, /write an object/],
    ['nothing known', { xor: [] }, undefined, /one of: fact, and/],
    ['an unknown fact', { and: [{ and: [] }, { fact: 'shoeSize', is: 'isSet' }] }, 'and.1.fact', /“shoeSize”/],
    ['a fact of display', { fact: 'silencePct', is: 'ge', value: 100 }, 'fact', /for display/],
    ['an operator of another type', { fact: 'valueTier', is: 'ge', value: 'A' }, 'is', /eq, ne, in, isSet/],
    ['an operator of no type', { fact: 'ordersCount', is: '>=', value: 1 }, 'is', /eq, ne/],
    ['a text for a number', { or: [{ fact: 'ordersCount', is: 'ge', value: '1' }] }, 'or.0.value', /whole number/],
    ['a fraction', { fact: 'revenueTotal', is: 'ge', value: 0.5 }, 'value', /minor units/],
    ['a number too large', { fact: 'revenueTotal', is: 'ge', value: 2 ** 53 }, 'value', /minor units/],
    ['null', { fact: 'ordersCount', is: 'eq', value: null }, 'value', /whole number/],
    ['a stranger to the enum', { not: { fact: 'kind', is: 'eq', value: 'CAT' } }, 'not.value', /PERSON, ORGANISATION/],
    ['an empty list', { fact: 'kind', is: 'in', values: [] }, 'values', /at least one/],
    ['a stranger in the list', { fact: 'kind', is: 'in', values: ['PERSON', 1] }, 'values.1', /PERSON/],
    ['no id', { fact: 'ownerId', is: 'eq', value: 'me' }, 'value', /an id such as/],
    ['an empty text', { fact: 'name', is: 'contains', value: ' \u0301' }, 'value', /letter or digit/],
    ['an instant of no year', { fact: 'alarmAt', is: 'lt', value: 8e15 }, 'value', /an instant such as/],
    ['a control character', { fact: 'source', is: 'eq', value: 'a\u0000' }, 'value', /control characters/],
    ['half a day', { fact: 'alarmAt', is: 'daysSince', compare: 'ge', days: 0.5 }, 'days', /whole number of days/],
    ['no comparison of days', { fact: 'alarmAt', is: 'daysSince', days: 1 }, 'compare', /eq, ne, lt/],
    ['a mistyped key', { fact: 'alarmAt', is: 'reached', valeu: 1 }, undefined, /remove "valeu"/],
    ['two kinds in one', { and: [], or: [] }, undefined, /remove "or"/],
    ['an assumption that is none', { assume: 'yes', rule: { and: [] } }, 'assume', /true or false/],
    ['a missing inside', { assume: true }, 'rule', /write an object/],
    ['an unknown relation', { some: 'invoices', where: { and: [] } }, 'some', /orders, activities/],
    ['a relation of every object', { some: 'constructor', where: { and: [] } }, 'some', /orders, activities/],
    ['a fact within rows', { some: 'orders', where: { fact: 'ordersCount', is: 'isSet' } }, 'where.fact', /no fact/],
    ['two levels of rows', { some: 'orders', where: { not: { some: 'orders', where: { and: [] } } } }, 'where.not.some', /one level/],
    ['too deep', deep(13), Array.from({ length: 12 }, () => 'not').join('.'), /12 levels/],
    ['too much', { and: Array.from({ length: 200 }, () => ({ and: [] })) }, 'and.199', /200 parts/],
  ])('%s', (_case, input, field, reason) => {
    const answer = parseRule(input, catalogue);
    expect(answer).toMatchObject({ refused: true, code: 'RULE_INVALID' });
    expect(refusalMessage(answer as Refusal, 'en')).toMatch(reason);
    expect((answer as { field?: string }).field).toBe(field);
  });

  it('an entry rule that reads a stage', () => {
    const forbid = (key: string): boolean => key.startsWith('stage.');
    const rule = { or: [{ fact: 'stage.value', is: 'eq', value: 'DECLINE' }] };
    expect(parseRule(rule, catalogue, { forbid })).toMatchObject({ code: 'RULE_INVALID', field: 'or.0.fact' });
    expect(parseRule(rule, catalogue)).toEqual(rule);
  });
});
