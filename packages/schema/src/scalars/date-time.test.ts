import { expect, test } from 'vitest';
import { DateTime } from './date-time.ts';
import { LocalDate } from './local-date.ts';

test.each([
  ['2026-01-31 09:30:00+00', '2026-01-31T09:30:00.000Z'],
  ['2026-01-31 09:30:00.5+00', '2026-01-31T09:30:00.500Z'],
  ['2026-01-31T09:30:00.123987+00:00', '2026-01-31T09:30:00.123Z'],
  ['2026-01-31T09:30:00.05+01:00', '2026-01-31T08:30:00.050Z'],
])('%s, as a database wrote it, is told as %s', (text, told) => {
  expect(DateTime.serialize(text)).toBe(told);
  expect(DateTime.serialize(new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')))).toBe(told);
});

test('what nobody means is refused with both bounds, what a database holds beyond the calendar is told', () => {
  const bounds = { extensions: { code: 'BAD_USER_INPUT', refusal: { code: 'OUT_OF_RANGE', details: { minimum: '1900-01-01', maximum: '2999-12-31' } } } };
  const refusal = (read: () => unknown) => { try { return read(); } catch (error) { return error; } };
  for (const text of ['9999-12-31T00:00:00Z', '0001-12-01T00:00:00Z']) expect(refusal(() => DateTime.parseValue(text))).toMatchObject(bounds);
  for (const text of ['9999-12-31', '0001-12-01']) expect(refusal(() => LocalDate.parseValue(text))).toMatchObject(bounds);
  for (const text of ['+275760-09-13T00:00:00Z', '2026-02-30T00:00:00Z', 7]) expect(refusal(() => DateTime.parseValue(text))).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  expect(['0001-12-01 00:00:00+00 BC', '10000-01-01 00:00:00+00', 'infinity'].map((text) => DateTime.serialize(text))).toEqual([
    '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z']);
});
