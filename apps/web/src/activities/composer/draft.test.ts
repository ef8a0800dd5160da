import { forgetDraftsOf } from '#drafts';
import { beforeEach, expect, it } from 'vitest';
import { askedName, emptyDraft, keepDraft, mentioned, readDraft } from './draft.ts';

beforeEach(() => localStorage.clear());

it('survives a reload, each person and customer apart', () => {
  const draft = { ...emptyDraft, kind: 'CALL' as const, text: 'Wants a quote', minutes: 12 };
  keepDraft('ana', 'c1', draft, 'k1');
  expect(readDraft('ana', 'c1')).toEqual({ draft, key: 'k1' });
  expect(readDraft('luis', 'c1').draft).toEqual(emptyDraft);
  expect(readDraft('ana', 'c2').draft).toEqual(emptyDraft);
});

it('leaves nothing behind once it is empty, and forgives what it cannot read', () => {
  keepDraft('ana', 'c1', { ...emptyDraft, text: 'x' }, 'k2');
  keepDraft('ana', 'c1', emptyDraft, 'k3');
  expect(localStorage.length).toBe(0);
  localStorage.setItem('orbita-draft-ana-c1', '{"text":');
  expect(readDraft('ana', 'c1').draft).toEqual(emptyDraft);
});

it('does not outlive whom it is about', () => {
  for (const [writer, customer] of [['ana', 'c1'], ['leo', 'c1'], ['ana', 'c2']] as const) keepDraft(writer, customer, { ...emptyDraft, text: 'She asked' }, 'k');
  forgetDraftsOf('c1');
  expect(Object.keys(localStorage)).toEqual(['orbita-draft-ana-c2']);
});

it('tells those whose name still stands in a note, once, and nobody for a call', () => {
  const mentions = [{ id: '1', name: 'Jon Etxeberria' }, { id: '2', name: 'Ana' }, { id: '1', name: 'Jon Etxeberria' }];
  const note = { ...emptyDraft, text: 'Ask @Jon Etxeberria', mentions };
  expect(mentioned(note)).toEqual(['1']);
  expect(mentioned({ ...note, kind: 'CALL' })).toEqual([]);
});

it.each([
  ['Ask @Jo', 7, 'Jo'], ['@', 1, ''], ['Ask @Jon Etx', 12, 'Jon Etx'], ['mail ana@example', 16, undefined], ['@Jon said', 3, 'Jo'], ['no', 2, undefined],
])('hears a name after an @ in %j at %i: %s', (text, caret, name) => expect(askedName(text, caret)).toBe(name));
