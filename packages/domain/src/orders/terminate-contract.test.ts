import { expect, test } from 'vitest';
import { refuseTermination } from './index.ts';

const at = (text: string): number => new Date(text).getTime();
const present = { now: at('2026-02-01T10:00:00Z'), timeZone: 'Europe/Madrid' };
const contract = { contractEndsAt: at('2026-06-01T10:00:00Z'), effective: true };

test('notice of a running contract holds from today to its end', () => {
  expect(refuseTermination(contract, at('2026-06-01T10:00:00Z'), present)).toBeNull();
  expect(refuseTermination(contract, at('2026-01-31T23:00:00Z'), present)).toBeNull();
  expect(refuseTermination(contract, at('2026-01-31T22:59:59Z'), present)).toMatchObject({ code: 'OUT_OF_RANGE', field: 'effectiveAt' });
  expect(refuseTermination(contract, at('2026-06-01T10:00:01Z'), present)).toMatchObject({ code: 'OUT_OF_RANGE' });
});

test.each([
  { ...contract, contractEndsAt: null }, { ...contract, contractEndsAt: present.now }, { ...contract, effective: false },
])('what is no running contract cannot be terminated: %j', (none) => {
  expect(refuseTermination(none, at('2026-03-01T00:00:00Z'), present)).toMatchObject({ code: 'CONFLICT' });
});
