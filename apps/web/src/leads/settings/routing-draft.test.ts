import type { RoutingRuleDetailsFragment } from '#operations';
import { expect, it } from 'vitest';
import { draftOf, fieldOf, inputOf } from './routing-draft.ts';

const condition = { fact: 'lead.channel', is: 'eq', value: 'FAIR' } as const;
const rule: RoutingRuleDetailsFragment = {
  __typename: 'RoutingRule', id: 'r1', name: 'Fairs', position: 2, rule: condition, territories: ['ES', 'PT'], skills: ['pumps'],
  minimumValue: { __typename: 'Money', amount: '10.50', currency: 'EUR' }, maximumValue: { __typename: 'Money', amount: '2000.00', currency: 'EUR' },
  assignTo: 'USERS', userIds: ['u1', 'u2'], teamId: null, strategy: 'ROUND_ROBIN', active: false, version: 3,
};

it('gives back everything that a rule had', () => {
  expect(inputOf(draftOf(rule), condition)).toEqual({
    name: 'Fairs', rule: condition, territories: ['ES', 'PT'], skills: ['pumps'], minimumValue: '10.50', maximumValue: '2000.00',
    assignTo: 'USERS', userIds: ['u1', 'u2'], teamId: null, strategy: 'ROUND_ROBIN', active: false,
  });
});

it('asks nothing of a lead that is not entered', () => {
  expect(inputOf({ ...draftOf(undefined), name: 'All', teamId: 't1' }, { and: [] })).toEqual({
    name: 'All', rule: { and: [] }, territories: [], skills: [], minimumValue: null, maximumValue: null,
    assignTo: 'TEAM', userIds: [], teamId: 't1', strategy: 'LEAST_LOADED', active: true,
  });
});

it('shows the refusal of one of several at its field', () => {
  expect(['territories.1', 'skills', 'rule.and.0.fact', 'assign.teamId', null].map(fieldOf)).toEqual(['territories', 'skills', 'rule.and.0.fact', 'assign.teamId', '']);
});
