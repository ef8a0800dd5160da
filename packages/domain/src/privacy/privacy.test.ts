import { expect, test } from 'vitest';
import { isRefused } from '#refusal';
import { erasedName, erasureReasonLabels, erasureReasons, lawKeepsUntil, mayContact, prepareConsent, refuseErasure, type Statement } from './index.ts';

const day = 86_400_000;
const said = (state: Statement['state'], givenAt: number, more: Partial<Statement> = {}): Statement =>
  ({ id: String(givenAt), channel: 'EMAIL', purpose: 'MARKETING', state, givenAt, validUntil: null, ...more });
const asked = (statements: Statement[], purpose: 'MARKETING' | 'SERVICE' | 'PROFILING' | 'ANSWER' = 'MARKETING', doNotContact = false) => {
  const { allowed, because } = mayContact({ doNotContact, statements }, 'EMAIL', purpose, 10 * day);
  return [allowed, because];
};

test('an offer leaves only with a yes that still holds, given for this channel and this purpose', () => {
  expect(asked([])).toEqual([false, 'NOT_ASKED']);
  expect(asked([said('GRANTED', day)])).toEqual([true, 'GRANTED']);
  expect(asked([said('GRANTED', day), said('DENIED', 2 * day)])).toEqual([false, 'DENIED']);
  expect(asked([said('DENIED', day), said('GRANTED', 2 * day)])).toEqual([true, 'GRANTED']);
  expect(asked([said('GRANTED', day, { validUntil: 10 * day })])).toEqual([false, 'EXPIRED']);
  expect(asked([said('GRANTED', day, { validUntil: 10 * day + 1 })])).toEqual([true, 'GRANTED']);
  expect(asked([said('GRANTED', day, { channel: 'PHONE' })])).toEqual([false, 'NOT_ASKED']);
  // Of two at one instant the later id counts.
  expect(asked([said('GRANTED', day, { id: 'b' }), said('DENIED', day, { id: 'a' })])).toEqual([true, 'GRANTED']);
  expect(asked([said('GRANTED', day)], 'PROFILING')).toEqual([false, 'NOT_ASKED']);
  expect(asked([said('GRANTED', day)], 'MARKETING', true)).toEqual([false, 'DO_NOT_CONTACT']);
});

test('what he bought or asked goes out unless he said no', () => {
  expect(asked([], 'SERVICE')).toEqual([true, 'NEEDED']);
  expect(asked([said('GRANTED', day, { purpose: 'SERVICE', validUntil: 2 * day })], 'SERVICE')).toEqual([true, 'NEEDED']);
  expect(asked([said('DENIED', day, { purpose: 'ANSWER' })], 'ANSWER')).toEqual([false, 'DENIED']);
  expect(asked([], 'SERVICE', true)).toEqual([false, 'DO_NOT_CONTACT']);
});

test('a statement is kept with its basis and proof; a no needs nothing else', () => {
  expect(prepareConsent({ channel: 'EMAIL', state: 'DENIED', validUntil: 20 * day }, 10 * day)).toEqual({
    channel: 'EMAIL', state: 'DENIED', purpose: 'MARKETING', lawfulBasis: 'CONSENT', source: null, proof: null, wording: null, document: null, validUntil: null, givenAt: 10 * day,
  });
  expect(prepareConsent({ channel: 'PHONE', state: 'GRANTED', purpose: 'SERVICE', lawfulBasis: 'CONTRACT', wording: ' I agree ', givenAt: day, validUntil: 20 * day }, 10 * day))
    .toMatchObject({ purpose: 'SERVICE', lawfulBasis: 'CONTRACT', wording: 'I agree', validUntil: 20 * day });
  const wrong = [
    { channel: 'FAX' }, { state: 'MAYBE' }, { purpose: 'FUN' }, { lawfulBasis: 'WHIM' }, { givenAt: 11 * day }, { givenAt: day, validUntil: day }, { document: 'x'.repeat(201) },
  ].map((one) => prepareConsent({ channel: 'EMAIL', state: 'GRANTED', ...one }, 10 * day));
  expect(wrong.map((one) => (isRefused(one) ? one.field : one))).toEqual(['channel', 'state', 'purpose', 'lawfulBasis', 'givenAt', 'validUntil', 'document']);
});

test('an erasure has a reason that is a code, and what is open must be known', () => {
  const nothing = { orders: 0, opportunities: 0, leads: 0, tasks: 0 };
  expect(refuseErasure({ reason: 'Eva asked', endOpen: true }, nothing)).toMatchObject({ field: 'reason' });
  expect(refuseErasure({ reason: 'REQUEST', endOpen: false }, nothing)).toBeNull();
  expect(refuseErasure({ reason: 'REQUEST', endOpen: false }, { ...nothing, orders: 1 })).toMatchObject({ details: { because: 'STILL_OPEN', orders: 1 } });
  expect(refuseErasure({ reason: 'REQUEST', endOpen: true }, { ...nothing, orders: 1 })).toBeNull();
  expect(Object.keys(erasureReasonLabels).sort()).toEqual(erasureReasons.toSorted());
});

test('an erased one is called the same for ever, and law keeps what he bought', () => {
  expect(erasedName('0199aaaa-0000-7000-8000-0000001a2b3c', 'PERSON', 'en')).toBe('Erased person 1A2B3C');
  expect(erasedName('0199aaaa-0000-7000-8000-0000001a2b3c', 'ORGANISATION', 'es')).toBe('Organización borrada 1A2B3C');
  expect([lawKeepsUntil(2026, 'ES'), lawKeepsUntil(2026, 'ZZ')]).toEqual([2032, 2036]);
});
