import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingTime, isWorkingTime, minutesOfDay, toIso, type WorkingHours, workingMinutesBetween } from './index.ts';

const at = (text: string): number => Date.parse(text);
const office = [['09:00', '14:00'], ['16:00', '18:00']] as const;
const hours: WorkingHours = {
  zone: 'Europe/Madrid',
  weekdays: { mon: office, tue: office, wed: office, thu: office, fri: [['09:00', '14:00']] },
  holidays: ['2026-10-12'],
};

describe('working hours', () => {
  it('knows lunch, evenings, weekends and holidays', () => {
    expect(isWorkingTime(at('2026-10-05T08:00:00Z'), hours)).toBe(true);
    expect(isWorkingTime(at('2026-10-05T12:00:00Z'), hours)).toBe(false);
    expect(isWorkingTime(at('2026-10-04T08:00:00Z'), hours)).toBe(false);
    expect(isWorkingTime(at('2026-10-12T08:00:00Z'), hours)).toBe(false);
  });

  it.each([
    ['within an interval', '2026-10-05T07:00:00Z', 60, '2026-10-05T08:00:00.000Z'],
    ['to the very end of one', '2026-10-05T11:00:00Z', 60, '2026-10-05T12:00:00.000Z'],
    ['over lunch', '2026-10-05T11:30:00Z', 60, '2026-10-05T14:30:00.000Z'],
    ['over the weekend and a holiday', '2026-10-09T11:30:00Z', 60, '2026-10-13T07:30:00.000Z'],
    ['over the change of clocks', '2026-10-23T11:30:00Z', 60, '2026-10-26T08:30:00.000Z'],
    ['nothing at the very end: the next opening', '2026-10-05T12:00:00Z', 0, '2026-10-05T14:00:00.000Z'],
    ['nothing: the next opening', '2026-10-04T10:00:00Z', 0, '2026-10-05T07:00:00.000Z'],
  ])('adds working time %s', (_, from, minutes, due) => {
    expect(toIso(addWorkingTime(at(from), minutes, hours))).toBe(due);
  });

  it('comes to an end where the calendar does', () => {
    expect(addWorkingTime(at('9999-12-30T10:00:00Z'), 6000, hours)).toBeGreaterThan(at('9999-12-30T10:00:00Z'));
    expect(workingMinutesBetween(at('9999-12-28T23:00:00Z'), Infinity, hours)).toBe(19 * 60);
  });

  it('counts round the clock when no hours are set', () => {
    const none: WorkingHours = { zone: 'UTC', weekdays: { mon: [] }, holidays: [] };
    expect(addWorkingTime(0, 90, none)).toBe(5_400_000);
    expect(isWorkingTime(0, none)).toBe(true);
  });

  it('reads times of day', () => {
    expect([minutesOfDay('09:30'), minutesOfDay('24:00'), minutesOfDay('24:01'), minutesOfDay('9:30'), minutesOfDay('09:60')])
      .toEqual([570, 1440, null, null, null]);
  });

  it('ends so many working minutes after the start, however it is cut', () => {
    const instants = fc.integer({ min: at('2026-01-01T00:00:00Z') / 60_000, max: at('2027-01-01T00:00:00Z') / 60_000 });
    fc.assert(fc.property(instants, fc.nat(3000), fc.nat(3000), (minute, first, second) => {
      const from = minute * 60_000;
      const due = addWorkingTime(from, first + second, hours);
      expect(workingMinutesBetween(from, due, hours)).toBe(first + second);
      if (second > 0) expect(addWorkingTime(addWorkingTime(from, first, hours), second, hours)).toBe(due);
    }));
  });
});
