import { expect, it } from 'vitest';
import { inField, morningIn, ofField } from './later.ts';

const madrid = 'Europe/Madrid';

it('reads and shows a moment in the company’s time, summer and winter, wherever the browser stands', () => {
  expect(new Date(ofField('2026-07-01T09:00', madrid)!).toISOString()).toBe('2026-07-01T07:00:00.000Z');
  expect(new Date(ofField('2026-12-01T09:00', madrid)!).toISOString()).toBe('2026-12-01T08:00:00.000Z');
  expect(inField(Date.parse('2026-12-01T08:00:00Z'), madrid)).toBe('2026-12-01T09:00');
  expect(ofField('', madrid)).toBeUndefined();
});

it('puts off to nine in the morning there', () => {
  expect(inField(morningIn(1, Date.parse('2026-03-28T23:30:00Z'), madrid), madrid)).toBe('2026-03-30T09:00');
});
