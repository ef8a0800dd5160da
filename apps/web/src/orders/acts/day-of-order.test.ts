import { expect, it } from 'vitest';
import { endOf, instantOf, instantSince } from './day-of-order.ts';

const now = Date.parse('2026-11-25T23:30:00Z');
const zone = 'Europe/Madrid';

it('means now by today, as the company counts days', () => {
  expect(instantOf('2026-11-26', now, zone)).toBeNull();
  expect(instantOf('', now, zone)).toBeNull();
  expect(instantOf('2026-11-25', now, zone)).toBe('2026-11-25T11:00:00.000Z');
});

it('delivers no sooner than it was ordered, on the same day', () => {
  expect(instantSince('2026-11-24', '2026-11-24T15:00:00.000Z', now, zone)).toBe('2026-11-24T15:00:00.000Z');
  expect(instantSince('2026-11-23', '2026-11-24T15:00:00.000Z', now, zone)).toBe('2026-11-23T11:00:00.000Z');
});

it('lets a contract hold through its last day', () => expect(endOf('2026-12-31', zone)).toBe('2026-12-31T22:59:59.000Z'));
