import { expect, test } from 'vitest';
import { DateTime } from './date-time.ts';

test.each([
  ['2026-01-31 09:30:00+00', '2026-01-31T09:30:00.000Z'],
  ['2026-01-31 09:30:00.5+00', '2026-01-31T09:30:00.500Z'],
  ['2026-01-31T09:30:00.123987+00:00', '2026-01-31T09:30:00.123Z'],
  ['2026-01-31T09:30:00.05+01:00', '2026-01-31T08:30:00.050Z'],
])('%s, as a database wrote it, is told as %s', (text, told) => {
  expect(DateTime.serialize(text)).toBe(told);
  expect(DateTime.serialize(new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')))).toBe(told);
});
