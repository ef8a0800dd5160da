import { expect, it } from 'vitest';
import { cohortOf } from './cohort-of.ts';

const now = Date.parse('2026-06-30T22:30:00Z');
const id = '01980000-0000-7000-8000-000000000000';

it('begins with a month of the company, and leaves out what is no id', () => {
  expect(cohortOf({}, now, 'UTC')).toEqual({ openedFrom: '2025-07-01' });
  expect(cohortOf({ period: '3m' }, now, 'Europe/Madrid')).toEqual({ openedFrom: '2026-05-01' });
  expect(cohortOf({ period: 'all', line: id, owner: 'x', origin: 'RENEWAL' }, now, 'UTC')).toEqual({ lineId: id, origin: 'RENEWAL' });
  expect(cohortOf({ period: '3m', month: '2024-02', source: 'FAIR' }, now, 'UTC')).toEqual({ openedFrom: '2024-02-01', openedUntil: '2024-02-29', source: 'FAIR' });
  expect(cohortOf({ month: '2024-13' }, now, 'UTC')).toEqual({ openedFrom: '2025-07-01' });
});
