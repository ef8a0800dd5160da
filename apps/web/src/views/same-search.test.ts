import { expect, it } from 'vitest';
import { keptSearch, sameSearch } from './same-search.ts';

it('takes no order and nothing unset for a difference', () => {
  expect(sameSearch({ q: 'a', rule: { fact: 'x', is: 'isSet' }, desc: undefined }, { rule: { is: 'isSet', fact: 'x' }, q: 'a', deleted: false })).toBe(true);
  expect(sameSearch({ q: 'a' }, { q: 'b' })).toBe(false);
  expect(sameSearch({ rule: { and: [1, 2] } }, { rule: { and: [2, 1] } })).toBe(false);
});

it('keeps what was chosen', () => {
  expect(keptSearch({ q: '', rule: undefined, desc: true, sort: 'name' })).toEqual({ desc: true, sort: 'name' });
});
