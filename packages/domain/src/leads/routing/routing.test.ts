import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { parseRule, type Subject } from '#rules';
import { type Assignment, leadCatalogue, leadFactCatalogue, leadFacts, nothingKnown, prepareRoutingRule, type RoutablePerson, routeLead, type RoutingRule, type RoutingRuleInput } from '../index.ts';

const now = Date.parse('2026-03-02T10:00:00Z');
const person = (userId: string, more: Partial<RoutablePerson> = {}): RoutablePerson => ({
  userId, teamId: 't', available: true, load: 0, capacity: null, skills: [], territories: [], languages: [], lastAssignedAt: null, ...more,
});
const rule = (more: Partial<RoutingRuleInput> = {}): RoutingRule => {
  const prepared = prepareRoutingRule({ name: 'r', rule: { and: [] }, assign: { to: 'TEAM', teamId: 't', strategy: 'LEAST_LOADED' }, ...more });
  if (isRefused(prepared)) throw new Error(prepared.field);
  return prepared;
};
const subject: Subject = { facts: { country: 'ES', language: 'es', ownerId: null, 'lead.channel': 'FAIR', 'lead.budgetAmount': 5000 } };
const to = (people: RoutablePerson[], ...rules: RoutingRule[]) => routeLead(subject, rules, people, now);

describe('a lead goes', () => {
  it('to the first rule that holds, which says why', () => {
    const fairs = rule({ name: 'ferias', rule: { fact: 'lead.channel', is: 'eq', value: 'FAIR' } });
    const calls = rule({ name: 'llamadas', rule: { fact: 'lead.channel', is: 'eq', value: 'CALL' } });
    expect(to([person('a', { load: 3 }), person('b', { load: 1 })], calls, fairs)).toEqual({
      ownerId: 'b', teamId: 't',
      because: { rule: 'ferias', how: 'LEAST_LOADED', candidates: 2, decided: [{ rule: fairs.rule, truth: true, value: 'FAIR' }] },
    });
    expect(to([person('a')], calls)).toEqual({ ownerId: null, teamId: null, because: { rule: null, how: 'NOBODY', decided: [], candidates: 0 } });
  });

  it('to whom the customer has already, if he can take it', () => {
    const owned = rule({ assign: { to: 'OWNER' } });
    const his = { facts: { ...subject.facts, ownerId: 'b' } };
    expect(routeLead(his, [owned, rule()], [person('a'), person('b', { load: 9 })], now)).toMatchObject({ ownerId: 'b', because: { how: 'OWNER' } });
    expect(routeLead(his, [owned, rule()], [person('a'), person('b', { available: false })], now)).toMatchObject({ ownerId: 'a' });
  });

  it('to nobody who lacks a skill, is away, full, elsewhere or does not speak the language', () => {
    const skilled = rule({ skills: ['Bombas '] });
    const unfit = [person('a'), person('b', { skills: ['bombas'], available: false }), person('c', { skills: ['bombas'], load: 2, capacity: 2 }), person('d', { skills: ['bombas'], territories: ['PT'] }), person('e', { skills: ['bombas'], languages: ['fr'] })];
    expect(to([...unfit, person('f', { skills: ['BOMBAS'], load: 50, territories: ['ES'], languages: ['en', 'es'] })], skilled)).toMatchObject({ ownerId: 'f', because: { candidates: 1 } });
    expect(to(unfit, skilled)).toMatchObject({ ownerId: null, teamId: 't', because: { how: 'TEAM_QUEUE' } });
    expect(to(unfit, skilled, rule({ assign: { to: 'USERS', userIds: ['a'], strategy: 'ROUND_ROBIN' } }))).toMatchObject({ ownerId: 'a' });
  });

  it('within the bounds of value and territory only, and without a value within none', () => {
    expect(to([person('a')], rule({ minimumValue: 5000, maximumValue: 5000, territories: ['España'] }))).toMatchObject({ ownerId: 'a' });
    for (const bounds of [{ minimumValue: 5001 }, { maximumValue: 4999 }, { territories: ['FR'] }]) expect(to([person('a')], rule(bounds))).toMatchObject({ because: { how: 'NOBODY' } });
    expect(routeLead({ facts: { 'lead.budgetAmount': null } }, [rule({ minimumValue: 0 })], [person('a')], now)).toMatchObject({ because: { how: 'NOBODY' } });
  });
});

describe('for all people and rules', () => {
  const people = fc.uniqueArray(fc.record({
    userId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), teamId: fc.constantFrom('t', 'u', null), available: fc.boolean(), load: fc.nat(3),
    capacity: fc.constantFrom(null, 2), skills: fc.subarray(['x', 'y']), territories: fc.subarray(['ES', 'PT']), languages: fc.subarray(['es', 'en']),
    lastAssignedAt: fc.constantFrom(null, now - 2, now - 1),
  }), { selector: ({ userId }) => userId });
  const assign: fc.Arbitrary<Assignment> = fc.constantFrom<Assignment>(
    { to: 'OWNER' }, { to: 'USERS', userIds: ['a', 'c'], strategy: 'ROUND_ROBIN' }, { to: 'TEAM', teamId: 'u', strategy: 'LEAST_LOADED' }, { to: 'TEAM', teamId: 't', strategy: 'ROUND_ROBIN' },
  );
  const rules = fc.array(fc.record({ assign, skills: fc.subarray(['x', 'y']), channel: fc.constantFrom('FAIR', 'CALL') }), { maxLength: 4 })
    .map((all) => all.map(({ channel, ...more }, index) => rule({ name: String(index), rule: { fact: 'lead.channel', is: 'eq', value: channel }, ...more })));

  it('the order of people changes nothing, somebody fit is found or nobody is', () => {
    const reached = new Set<string>();
    fc.assert(fc.property(people, rules, (all, some) => {
      const route = to(all, ...some);
      expect(to(all.toReversed(), ...some)).toEqual(route);
      reached.add(route.because.how);
      const owner = all.find(({ userId }) => userId === route.ownerId);
      if (route.ownerId === null) return;
      expect(owner).toMatchObject({ available: true, teamId: route.teamId });
      const held = some.find(({ name }) => name === route.because.rule);
      expect(held?.skills.every((skill) => owner?.skills.includes(skill))).toBe(true);
    }), { numRuns: 500 });
    expect([...reached].toSorted()).toEqual(['LEAST_LOADED', 'NOBODY', 'ROUND_ROBIN', 'TEAM_QUEUE']);
  });

  it('turns are taken evenly, and loads grow evenly', () => {
    for (const strategy of ['ROUND_ROBIN', 'LEAST_LOADED'] as const) {
      const given = new Map(['a', 'b', 'c'].map((id) => [id, { load: 0, lastAssignedAt: null as number | null }]));
      for (let turn = 0; turn < 100; turn += 1) {
        const { ownerId } = to([...given].map(([id, state]) => person(id, state)), rule({ assign: { to: 'TEAM', teamId: 't', strategy } }));
        given.set(ownerId ?? '', { load: (given.get(ownerId ?? '')?.load ?? 0) + 1, lastAssignedAt: now + turn });
      }
      expect([...given.values()].map(({ load }) => load)).toEqual([34, 33, 33]);
    }
  });
});

describe('a routing rule', () => {
  it('reads the lead and its customer, and nothing else', () => {
    expect(parseRule({ and: [{ fact: 'lead.need', is: 'eq', value: 'YES' }, { fact: 'ordersCount', is: 'ge', value: 1 }] }, leadCatalogue())).not.toMatchObject({ refused: true });
    const input: RoutingRuleInput = { name: 'r', rule: { fact: 'opportunity.amount', is: 'ge', value: 1 }, assign: { to: 'OWNER' } };
    expect(prepareRoutingRule(input)).toMatchObject({ code: 'RULE_INVALID', field: 'rule.fact' });
    const ruled = { ...input, rule: { and: [] } };
    expect(prepareRoutingRule({ ...ruled, name: ' ' })).toMatchObject({ code: 'REQUIRED', field: 'name' });
    expect(prepareRoutingRule({ ...ruled, territories: ['ES', 'Atlantis'] })).toMatchObject({ code: 'INVALID', field: 'territories.1' });
    expect(prepareRoutingRule({ ...ruled, skills: ['x'.repeat(41)] })).toMatchObject({ code: 'TOO_LONG', field: 'skills' });
    expect(prepareRoutingRule({ ...ruled, skills: Array.from({ length: 201 }, (_, at) => `s${at}`) })).toMatchObject({ code: 'OUT_OF_RANGE', field: 'skills' });
    expect(prepareRoutingRule({ ...ruled, minimumValue: 5, maximumValue: 4 })).toMatchObject({ code: 'INVALID', field: 'maximumValue', details: { because: 'BOUNDS_CROSSED' } });
    expect(prepareRoutingRule({ ...ruled, maximumValue: -1 })).toMatchObject({ code: 'OUT_OF_RANGE', field: 'maximumValue' });
    expect(prepareRoutingRule({ ...ruled, assign: { to: 'USERS', userIds: [], strategy: 'ROUND_ROBIN' } })).toMatchObject({ code: 'REQUIRED', field: 'assign.userIds' });
    expect(prepareRoutingRule({ ...ruled, assign: { to: 'TEAM', teamId: 't', strategy: 'DICE' as never } })).toMatchObject({ code: 'INVALID', field: 'assign.strategy' });
  });

  it('finds a value for every fact that the catalogue declares', () => {
    const facts = leadFacts({
      status: 'NEW', qualification: { ...nothingKnown, timing: { answer: 'YES', note: null, by: '2026-06-01' } }, responseDueAt: now, firstResponseAt: null, nurtureUntil: null,
      channel: 'FAIR', source: 'FAIR', campaignId: null, lineId: 'l', message: ' ÁRBOL ', ownerId: null, referrerId: null, capturedAt: now,
    }, 'Europe/Madrid');
    expect(Object.keys(facts).toSorted()).toEqual(leadFactCatalogue.map(({ key }) => key).toSorted());
    expect(facts).toMatchObject({ 'lead.message': 'arbol', 'lead.buysBy': Date.parse('2026-05-31T22:00:00Z'), 'lead.isReferred': false });
  });
});
