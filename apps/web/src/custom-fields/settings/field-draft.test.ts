import type { CustomFieldDetailsFragment } from '#operations';
import { expect, it } from 'vitest';
import { draftOf, inputOf } from '../value/custom-draft.ts';
import { createInputOf, draftOfField, moved, updateInputOf } from './field-draft.ts';

const field: CustomFieldDetailsFragment = {
  id: 'f', entity: 'CUSTOMER', name: 'level', type: 'CHOICE', label: 'Level', labels: { en: 'Level', es: 'Nivel' }, decimals: 0, required: true, requiredAtStages: [],
  readers: ['administrator', 'sales'], sortable: true, archivedAt: null, version: 3,
  options: [
    { value: 'GOLD', label: 'Gold', labels: { en: 'Gold', es: 'Oro' }, archived: false }, { value: 'TIN', label: 'Tin', labels: { en: 'Tin', es: 'Lata' }, archived: true },
  ],
} as unknown as CustomFieldDetailsFragment;

it('changes a field as it stands without changing anything of it, what is archived left out', () => {
  expect(updateInputOf(draftOfField(field), field)).toEqual({
    id: 'f', expectedVersion: 3, label: { en: 'Level', es: 'Nivel' }, required: true, requiredAtStages: [], readers: ['administrator', 'sales'],
    options: [{ value: 'GOLD', label: { en: 'Gold', es: 'Oro' } }],
  });
});

it('says in the other language what was written in one, and leaves out what was not', () => {
  const draft = { ...draftOfField(undefined), type: 'CHOICE' as const, es: ' Nivel ', options: [{ key: '1', value: null, en: '', es: 'Oro' }, { key: '2', value: null, en: ' ', es: '' }] };
  expect(createInputOf(draft, 'OPPORTUNITY')).toEqual({
    entity: 'OPPORTUNITY', type: 'CHOICE', name: null, decimals: 0, label: { en: 'Nivel', es: 'Nivel' }, required: false, requiredAtStages: [], readers: null,
    options: [{ value: null, label: { en: 'Oro', es: 'Oro' } }],
  });
});

it('moves one among others, and never beyond the ends', () => {
  expect([moved([1, 2, 3], 0, 2), moved([1, 2, 3], 2, 0), moved([1, 2, 3], 1, 9)]).toEqual([[2, 3, 1], [3, 1, 2], [1, 3, 2]]);
});

const nothing = { label: '', text: null, number: null, money: null, date: null, boolean: null, option: null, options: null, optionLabels: null, customer: null, user: null };
it.each([
  [{ type: 'TEXT', text: 'x' }, 'x', { text: 'x' }],
  [{ type: 'NUMBER', number: '1.50' }, '1.50', { number: '1.50' }],
  [{ type: 'MONEY', money: { __typename: 'Money', amount: '2.00', currency: 'EUR' } }, '2.00', { money: '2.00' }],
  [{ type: 'DATE', date: '2026-01-01' }, '2026-01-01', { date: '2026-01-01' }],
  [{ type: 'BOOLEAN', boolean: false }, 'false', { boolean: false }],
  [{ type: 'CHOICE', option: 'GOLD' }, 'GOLD', { option: 'GOLD' }],
  [{ type: 'CHOICES', options: ['A', 'B'] }, ['A', 'B'], { options: ['A', 'B'] }],
  [{ type: 'CUSTOMER', customer: { __typename: 'CustomLink', id: 'c', name: 'C' } }, 'c', { customerId: 'c' }],
  [{ type: 'USER', user: null }, '', { userId: null }],
] as const)('%j is edited and sent as what it is', (held, draft, input) => {
  const value = { ...nothing, name: 'x', ...held } as never;
  expect(draftOf(value)).toEqual(draft);
  expect(inputOf({ name: 'x', type: held.type }, draft)).toEqual({ name: 'x', ...input });
});
