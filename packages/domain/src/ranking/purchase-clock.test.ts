import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#calendar';
import { ownRhythm, purchaseClock, type PurchaseHistory } from './index.ts';

const at = (date: string): number => Date.parse(`${date}T10:00:00Z`);
const date = (instant: number | null | undefined): string | null => (instant ? new Date(instant).toISOString().slice(0, 10) : null);
const spot = (...days: string[]): PurchaseHistory => ({
  spotOrderDays: days, lastSpotOrderAt: days.length > 0 ? at(days.at(-1) ?? '') : null, contracts: [], fallbackDays: 120, graceDays: 30,
});

describe('own rhythm', () => {
  it.each([
    [['2025-01-01'], 120, 'FALLBACK'],
    [['2025-01-01', '2025-01-31'], 90, 'BLENDED'],
    [['2024-01-01', '2025-02-20'], 219, 'BLENDED'],
    [['2025-01-01', '2025-01-31', '2025-03-02', '2025-04-01'], 30, 'OWN'],
    [['2025-01-15', '2025-02-15', '2025-03-15', '2025-04-15'], 31, 'OWN'],
    [['2025-04-15', '2025-01-15', '2025-02-15', '2025-03-15', '2025-03-15'], 31, 'OWN'],
    [['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04'], 7, 'OWN'],
    [[], 120, 'FALLBACK'],
  ] as const)('of %j is %i %s', (days, rhythm, basis) => {
    expect(ownRhythm(days, 120)).toEqual({ days: rhythm, basis });
  });

  it('looks at the last thirteen purchase days only', () => {
    const slower = [...Array.from({ length: 13 }, () => 10), ...Array.from({ length: 12 }, () => 50)].reduce((dates, gap) => [...dates, addDays(dates.at(-1) ?? '', gap)], ['2024-01-01']);
    expect(ownRhythm(slower, 120)).toEqual({ days: 50, basis: 'OWN' });
  });

  it('is half up of the median and its blend, and within bounds', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 20, size: 'max' });
    fc.assert(fc.property(gaps, fc.integer({ min: 7, max: 730 }), (all, fallback) => {
      const days = all.reduce((dates, gap) => [...dates, addDays(dates.at(-1) ?? '', gap)], ['2020-01-01']);
      const looked = all.slice(-12).toSorted((a, b) => a - b);
      const k = looked.length;
      const median = ((looked[Math.floor((k - 1) / 2)] ?? 0) + (looked[Math.floor(k / 2)] ?? 0)) / 2;
      const exact = k >= 3 ? median : (k * median + 2 * fallback) / (k + 2);
      expect(ownRhythm(days, fallback).days).toBe(Math.min(730, Math.max(7, Math.floor(exact + 0.5))));
    }));
  });
});

describe('purchase clock', () => {
  it('is that of the fifth life: alarm after two rhythms, lost after three', () => {
    const clock = purchaseClock(spot('2025-01-01', '2025-01-31', '2025-03-02', '2025-04-01'));
    expect(date(clock?.alarmAt)).toBe('2025-05-31');
    expect(date(clock?.lapsesAt)).toBe('2025-06-30');
    expect(date(clock?.expectedNextOrderAt)).toBe('2025-05-01');
    expect(date(clock?.nextOfferAt)).toBe('2025-04-23');
  });

  it('is that of the seventh life, with the fallback', () => {
    const clock = purchaseClock(spot('2024-01-01'));
    expect([date(clock?.alarmAt), date(clock?.lapsesAt)]).toEqual(['2024-08-28', '2024-12-26']);
  });

  it('never takes a running contract for silence, and gives no grace under notice', () => {
    const contract = { endsAt: at('2026-06-01'), underNotice: false };
    const only = purchaseClock({ ...spot(), contracts: [contract] });
    expect(only).toEqual({
      rhythmDays: 120, rhythmBasis: 'FALLBACK', nextOfferAt: null, expectedNextOrderAt: null,
      alarmAt: at('2026-06-01'), lapsesAt: at('2026-06-01') + 30 * day,
    });
    const noticed = purchaseClock({ ...spot('2025-01-01'), contracts: [{ ...contract, underNotice: true }] });
    expect([date(noticed?.alarmAt), date(noticed?.lapsesAt)]).toEqual(['2026-06-01', '2026-06-01']);
  });

  it('does not run for one who never bought, and keeps its bounds', () => {
    expect(purchaseClock(spot())).toBeNull();
    const daily = purchaseClock(spot('2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04'));
    expect([date(daily?.alarmAt), date(daily?.lapsesAt)]).toEqual(['2025-02-03', '2025-04-04']);
    const rare = purchaseClock(spot('2019-01-01', '2021-01-01', '2023-01-01', '2025-01-01'));
    expect([date(rare?.alarmAt), date(rare?.lapsesAt)]).toEqual(['2026-06-25', '2027-01-01']);
  });
});
