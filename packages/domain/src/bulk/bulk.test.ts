import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Role, Viewer } from '#access';
import { bulkKinds, bulkSubjects, bulkVerbs, prepareBulkChange, takenBack } from './index.ts';

const as = (role: Role): Viewer => ({ userId: 'u', role, teamId: null, partnerId: null, language: 'en' });

test('only what belongs to the verb may be said, and something must be', () => {
  expect(prepareBulkChange('CUSTOMER', { verb: 'TAG', addTags: [' Vino ', 'FERIA'] }, as('manager'))).toEqual({ verb: 'TAG', addTags: ['feria', 'vino'], removeTags: [] });
  expect(prepareBulkChange('CUSTOMER', { verb: 'TAG', addTags: [' '] }, as('manager'))).toMatchObject({ code: 'REQUIRED', field: 'addTags' });
  expect(prepareBulkChange('CUSTOMER', { verb: 'TAG', addTags: ['vino'], removeTags: ['Vino'] }, as('manager'))).toMatchObject({ code: 'INVALID', field: 'removeTags' });
  expect(prepareBulkChange('CUSTOMER', { verb: 'ASSIGN', ownerId: null, language: 'es' }, as('manager'))).toMatchObject({ code: 'INVALID', field: 'language' });
  expect(prepareBulkChange('CUSTOMER', { verb: 'ASSIGN', ownerId: null }, as('manager'))).toEqual({ verb: 'ASSIGN', ownerId: null });
  expect(prepareBulkChange('CUSTOMER', { verb: 'LOSE' }, as('manager'))).toMatchObject({ code: 'INVALID', field: 'verb' });
  expect(prepareBulkChange('OPPORTUNITY', { verb: 'LOSE', note: 'x' }, as('manager'))).toMatchObject({ code: 'REQUIRED', field: 'lossReason' });
  expect(prepareBulkChange('OPPORTUNITY', { verb: 'MOVE', stage: null }, as('manager'))).toMatchObject({ code: 'REQUIRED', field: 'stage' });
});

test('a partner, and whoever may change none, does nothing in bulk', () => {
  for (const subject of bulkSubjects) {
    for (const verb of bulkVerbs.filter((one) => bulkKinds[subject][one])) {
      for (const role of ['partner', 'warehouse', 'analyst', 'finance'] as const) {
        expect([role, subject, verb, prepareBulkChange(subject, { verb }, as(role))]).toMatchObject([role, subject, verb, { code: 'FORBIDDEN' }]);
      }
    }
  }
});

test('what was written is taken back only where it still stands', () => {
  const written = { ownerId: { before: null, after: 'ana' } };
  expect(takenBack(written, { ownerId: 'ana' })).toEqual({ ownerId: null });
  expect(takenBack(written, { ownerId: 'eva' })).toMatchObject({ code: 'CONFLICT', field: 'ownerId', details: { because: 'CHANGED_SINCE' } });
});

test('tags that came since stay when those of the change are taken back', () => {
  const written = { tags: { before: ['a', 'b'], after: ['b', 'c'] } };
  expect(takenBack(written, { tags: ['b', 'c', 'z'] })).toEqual({ tags: ['b', 'z', 'a'] });
  expect(takenBack(written, { tags: ['b'] })).toMatchObject({ code: 'CONFLICT' });
  expect(takenBack(written, { tags: ['a', 'b', 'c'] })).toMatchObject({ code: 'CONFLICT' });
});

test('taking back after any change of tags gives what was before', () => {
  const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  fc.assert(fc.property(tags, tags, (before, after) => {
    const back = takenBack({ tags: { before, after } }, { tags: after }) as { tags: string[] };
    expect(back.tags.toSorted()).toEqual(before.toSorted());
  }));
});
