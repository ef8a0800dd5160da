import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantAt, isTimeZone, localDate, localTime, nextMidnight, startOfDay, toIso } from './index.ts';

const at = (text: string): number => Date.parse(text);
const zones = ['UTC', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia', 'America/Havana', 'Asia/Beirut'];

describe('dates of a zone', () => {
  it('says which date it is where', () => {
    expect(localDate(at('2026-03-28T23:30:00Z'), 'Europe/Madrid')).toBe('2026-03-29');
    expect(localDate(at('2026-03-29T22:30:00Z'), 'Europe/Madrid')).toBe('2026-03-30');
    expect(localDate(at('2026-01-01T04:59:59Z'), 'America/New_York')).toBe('2025-12-31');
    expect(localTime(at('2026-07-01T10:05:59Z'), 'Europe/Madrid')).toBe('12:05');
    expect(localTime(at('1969-07-01T10:05:59Z'), 'Asia/Kolkata')).toBe('15:35');
  });

  it('starts days right across summer time', () => {
    expect(toIso(startOfDay('2026-03-29', 'Europe/Madrid'))).toBe('2026-03-28T23:00:00.000Z');
    expect(toIso(startOfDay('2026-03-30', 'Europe/Madrid'))).toBe('2026-03-29T22:00:00.000Z');
    expect(toIso(startOfDay('2026-10-26', 'Europe/Madrid'))).toBe('2026-10-25T23:00:00.000Z');
    expect(toIso(nextMidnight(at('2026-10-25T12:00:00Z'), 'Europe/Madrid'))).toBe('2026-10-25T23:00:00.000Z');
  });

  it('knows days that begin at one, days that never were, and midnights that come twice', () => {
    expect(toIso(startOfDay('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z');
    expect(localTime(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('01:00');
    expect(localDate(startOfDay('2011-12-30', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31');
    expect(toIso(startOfDay('2025-11-02', 'America/Havana'))).toBe('2025-11-02T04:00:00.000Z');
  });

  it('takes a skipped time at the jump and a doubled time at its first', () => {
    expect(toIso(instantAt('2026-03-29', 150, 'Europe/Madrid'))).toBe('2026-03-29T01:00:00.000Z');
    expect(toIso(instantAt('2026-10-25', 150, 'Europe/Madrid'))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('fails on nothing that a database may hold', () => {
    const dates = ['9999-12-31', '9999-12-30', '10000-01-01', '294276-12-31', '5874897-12-31', 'infinity', '0001-01-01', '0001-12-01 BC', '4713-01-01 BC', '-infinity'];
    for (const zone of zones) {
      for (const date of dates) expect(localDate(startOfDay(date, zone), zone)).toMatch(/^(9999|0001)-\d\d-\d\d$/);
      for (const instant of [-Infinity, -2.1e14, 2.534e14, 9.2e15, Infinity]) expect(toIso(nextMidnight(instant, zone))).toMatch(/^(9999|0001)-/);
    }
    expect(startOfDay('9999-12-31', 'Europe/Madrid')).toBe(at('9999-12-30T23:00:00Z'));
  });

  it('knows zones from words', () => {
    expect(isTimeZone('Europe/Madrid')).toBe(true);
    expect(isTimeZone('Madrid')).toBe(false);
  });

  it('puts every instant between the start of its day and the next midnight', () => {
    const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) });
    fc.assert(fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const date = localDate(instant, zone);
      const start = startOfDay(date, zone);
      const next = nextMidnight(instant, zone);
      expect(start <= instant && instant < next).toBe(true);
      expect(localDate(start, zone)).toBe(date);
      expect(localDate(start - 1, zone) < date).toBe(true);
      expect(next).toBe(startOfDay(addDays(date, 1), zone));
    }), { numRuns: 400 });
  });
});
