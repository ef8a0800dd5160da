import { expect, test } from 'vitest';
import { isStrange, strangeAmong } from './strange-draft.ts';

test.each([
  ['NUMBER', '12.50', false], ['NUMBER', '-3', false], ['NUMBER', '', false], ['NUMBER', 'many', true], ['MONEY', '12x', true],
  ['DATE', '2026-10-03', false], ['DATE', 'tomorrow', true], ['TEXT', 'many', false], ['CHOICES', ['A'], false],
] as const)('%s: %s', (type, draft, strange) => {
  expect(isStrange({ type }, draft)).toBe(strange);
});

test('the first that is no value is named by its path', () => {
  const fields = [{ name: 'note', type: 'TEXT' }, { name: 'area', type: 'NUMBER' }, { name: 'day', type: 'DATE' }] as const;
  expect(strangeAmong(fields, { note: 'x', area: 'many', day: 'never' })?.field).toBe('custom.area');
  expect(strangeAmong(fields, { area: '1' })).toBeUndefined();
});
