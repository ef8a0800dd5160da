import { expect, it } from 'vitest';
import { toIso } from '#calendar';
import { revenuePeriods } from './index.ts';

const at = (now: string, fiscal = 1) => Object.fromEntries(Object.entries(revenuePeriods(Date.parse(now), 'Europe/Madrid', fiscal)).map(([name, instant]) => [name, toIso(instant)]));

it('counts months and years in the company’s zone', () => {
  expect(at('2026-11-26T09:30:00Z')).toEqual({
    monthStart: '2026-10-31T23:00:00.000Z', lastMonthStart: '2026-09-30T22:00:00.000Z', lastMonthSoFar: '2026-10-26T09:30:00.000Z', yearStart: '2025-12-31T23:00:00.000Z',
  });
  // 23:30 UTC on the last of the year is the first of January in Madrid.
  expect(at('2026-12-31T23:30:00Z')).toMatchObject({ monthStart: '2026-12-31T23:00:00.000Z', yearStart: '2026-12-31T23:00:00.000Z', lastMonthStart: '2026-11-30T23:00:00.000Z' });
});

it('goes no further into a shorter month than its end', () => {
  expect(at('2026-03-31T12:00:00Z')['lastMonthSoFar']).toBe('2026-02-28T13:00:00.000Z');
});

it('begins the year where the company’s fiscal year does', () => {
  expect(at('2026-03-10T12:00:00Z', 4)['yearStart']).toBe('2025-03-31T22:00:00.000Z');
  expect(at('2026-04-10T12:00:00Z', 4)['yearStart']).toBe('2026-03-31T22:00:00.000Z');
});
