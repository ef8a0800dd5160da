import { expect, it } from 'vitest';
import { afterDay, lastDay } from './last-day.ts';

it.each([['Europe/Madrid', '2026-12-24T23:00:00Z'], ['America/Lima', '2026-12-25T05:00:00Z'], ['UTC', '2026-12-25T00:00:00Z']])('holds to the end of the day in %s, and shows that day', (zone, until) => {
  expect(Date.parse(afterDay('2026-12-24', zone))).toBe(Date.parse(until));
  expect(lastDay(until, zone)).toBe('2026-12-24');
});

it('holds where clocks jump', () => {
  for (const day of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25']) expect(lastDay(afterDay(day, 'Europe/Madrid'), 'Europe/Madrid')).toBe(day);
});
