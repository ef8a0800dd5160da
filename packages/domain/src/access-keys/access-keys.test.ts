import { expect, test } from 'vitest';
import { accessKeysAtMost, accessKeyState, prepareAccessKey } from './index.ts';

const now = new Date('2026-06-01T10:00:00Z');

test('a key opens until its last instant, unless it was taken back', () => {
  const expiresAt = new Date('2026-06-08T10:00:00Z');
  expect(accessKeyState({ expiresAt, revokedAt: null }, new Date('2026-06-08T09:59:59.999Z'))).toBe('ACTIVE');
  expect(accessKeyState({ expiresAt, revokedAt: null }, expiresAt)).toBe('EXPIRED');
  expect(accessKeyState({ expiresAt, revokedAt: now }, now)).toBe('REVOKED');
});

test('a key has a name and an end, and nobody has too many', () => {
  expect(prepareAccessKey({ name: ' Power BI ', days: 90 }, 0, now)).toEqual({ name: 'Power BI', expiresAt: Date.parse('2026-08-30T10:00:00Z') });
  for (const [input, held, code, field] of [
    [{ name: '  ', days: 90 }, 0, 'REQUIRED', 'name'], [{ name: 'x'.repeat(81), days: 90 }, 0, 'TOO_LONG', 'name'],
    [{ name: 'x', days: 91 }, 0, 'INVALID', 'days'], [{ name: 'x', days: 0 }, 0, 'INVALID', 'days'], [{ name: 'x', days: 30 }, accessKeysAtMost, 'CONFLICT', undefined],
  ] as const) expect(prepareAccessKey(input, held, now)).toMatchObject({ code, ...(field && { field }) });
});
