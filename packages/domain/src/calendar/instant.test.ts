import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { day, daysSince, daysUntil, parseInstant, toIso } from './index.ts';

describe('instants', () => {
  it('counts whole days down to the lower integer, on both sides of now', () => {
    expect(daysSince(0, day - 1)).toBe(0);
    expect(daysSince(1, 0)).toBe(-1);
    expect(daysUntil(day, 0)).toBe(1);
    expect(daysUntil(0, 1)).toBe(-1);
  });

  it.each([
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00+01:00', '2026-03-01T09:00:00.000Z'],
    ['2026-03-01 00:30:05.1234-0330', '2026-03-01T04:00:05.123Z'],
    ['2024-02-29T23:59:59.5Z', '2024-02-29T23:59:59.500Z'],
  ])('reads %s', (text, iso) => {
    expect(toIso(parseInstant(text) as number)).toBe(iso);
  });

  it.each(['2026-03-01', '2026-03-01T10:00:00', '2026-02-30T10:00:00Z', '2026-03-01T24:00:00Z', '2026-03-01T10:60Z', 'now', '2026-13-01T00:00Z'])(
    'refuses %s', (text) => {
      expect(parseInstant(text)).toMatchObject({ refused: true, code: 'INVALID_FORMAT' });
    });

  it.each(['9999-12-31T00:00:00Z', '3000-01-01T00:00:00Z', '2999-12-31T23:30:00-01:00', '1900-01-01T00:30:00+01:00', '0001-12-01T00:00:00Z'])(
    'refuses %s, which nobody means, with both bounds', (text) => {
      expect(parseInstant(text)).toMatchObject({ code: 'OUT_OF_RANGE', details: { minimum: '1900-01-01', maximum: '2999-12-31' } });
    });

  it('tells what lies beyond the calendar as its end', () => {
    expect([-Infinity, -9e15, 9e15, Infinity].map(toIso)).toEqual([
      '0001-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z']);
  });

  it('reads back every instant it writes', () => {
    fc.assert(fc.property(fc.integer({ min: Date.parse('1900-01-01T00:00:00Z'), max: Date.parse('2999-12-31T23:59:59.999Z') }), (instant) => {
      const read = parseInstant(toIso(instant));
      return !isRefused(read) && read === instant;
    }));
  });
});
