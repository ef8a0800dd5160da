import { expect, it } from 'vitest';
import { activitiesSearch } from './activities-search.ts';

it('keeps what an address says and leaves out what it says wrongly', () => {
  const rule = { fact: 'activity.kind', is: 'eq', value: 'CALL' };
  expect(activitiesSearch.parse({ q: 'catálogo', kind: 'CALL', rule, sort: 'dueAt', desc: true })).toEqual({ q: 'catálogo', kind: 'CALL', rule, sort: 'dueAt', desc: true });
  expect(activitiesSearch.parse({ q: 7, kind: 'PIGEON', sort: 'colour', desc: 'yes' })).toEqual({ q: '', kind: undefined, sort: undefined, desc: false });
});
