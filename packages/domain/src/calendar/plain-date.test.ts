import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, fiscalYearOf, monthOf, parseDate, weekdayOf } from './index.ts';

const anyDate = fc.integer({ min: -25_000, max: 200_000 }).map((days) => addDays('1970-01-01', days));

describe('calendar dates', () => {
  it('reads what exists and refuses what does not', () => {
    expect(parseDate(' 2024-02-29 ')).toBe('2024-02-29');
    for (const text of ['2026-02-29', '2026-00-10', '29/02/2024', '2026-1-1', '']) {
      expect(parseDate(text)).toMatchObject({ code: 'INVALID_FORMAT' });
    }
  });

  it('refuses what nobody means, with both bounds', () => {
    for (const text of ['9999-12-31', '3000-01-01', '1899-12-31', '0001-12-01']) {
      expect(parseDate(text)).toMatchObject({ code: 'OUT_OF_RANGE', details: { minimum: '1900-01-01', maximum: '2999-12-31' } });
    }
    expect(['1900-01-01', '2999-12-31'].map(parseDate)).toEqual(['1900-01-01', '2999-12-31']);
  });

  it('counts on, not beyond its end, with whatever a database holds', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
    expect(addDays('5874897-12-31', -1)).toBe('9999-12-30');
    expect(addDays('0044-03-15 BC', 1)).toBe('0001-01-02');
    expect(addMonths('9999-12-31', 1) <= '9999-12-31').toBe(true);
    expect(addMonths('0001-01-31', -13)).toBe('0001-12-31');
    expect(daysBetween('infinity', '-infinity')).toBe(-3_652_058);
  });

  it('keeps to the end of shorter months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
    expect(addMonths('2026-11-15', 2)).toBe('2027-01-15');
    expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
  });

  it('knows months, weekdays and fiscal years', () => {
    expect(monthOf('2026-10-05')).toBe('2026-10');
    expect(weekdayOf('2026-10-05')).toBe(1);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(fiscalYearOf('2026-10-05', 1)).toBe(2026);
    expect(fiscalYearOf('2026-06-30', 7)).toBe(2025);
    expect(fiscalYearOf('2026-07-01', 7)).toBe(2026);
  });

  it('adds and counts days as inverses, and stays readable', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
      const later = addDays(date, days);
      expect(daysBetween(date, later)).toBe(days);
      expect(later < '1900-01-01' ? later : parseDate(later)).toBe(later);
    }));
  });

  it('moves months by exactly so many, never to a later day', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
      const moved = addMonths(date, months);
      const count = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(count(moved) - count(date)).toBe(months);
      expect(Number(moved.slice(8)) <= Number(date.slice(8))).toBe(true);
    }));
  });
});
