import { expect, test } from 'vitest';
import { isGone, refuseDeparture, refuseReferrer } from './index.ts';

const day = 86_400_000;
const customer = { customerSince: 10 * day, leftAt: null, lastOrderAt: 20 * day };

test('who leaves does so after his last order and not ahead of time', () => {
  expect(refuseDeparture(customer, 25 * day, 30 * day)).toBeNull();
  expect(refuseDeparture(customer, 20 * day, 30 * day)).toBeNull();
  expect(refuseDeparture(customer, 19 * day, 30 * day)).toMatchObject({ code: 'OUT_OF_RANGE', field: 'leftAt' });
  expect(refuseDeparture(customer, 31 * day, 30 * day)).toMatchObject({ code: 'OUT_OF_RANGE' });
  expect(refuseDeparture({ ...customer, lastOrderAt: null }, 9 * day, 30 * day)).toMatchObject({ code: 'OUT_OF_RANGE' });
});

test('he leaves once, unless he came back by an order', () => {
  const gone = { ...customer, leftAt: 25 * day };
  expect(isGone(gone)).toBe(true);
  expect(refuseDeparture(gone, 28 * day, 30 * day)).toMatchObject({ code: 'CONFLICT' });
  const back = { ...gone, lastOrderAt: 26 * day };
  expect(isGone(back)).toBe(false);
  expect(refuseDeparture(back, 28 * day, 30 * day)).toBeNull();
});

test('a referrer is set once, at the first touch, never in a ring', () => {
  const fresh = { customerId: 'b', referredBy: null, cyclesStarted: 0 };
  expect(refuseReferrer(fresh, ['a', 'z'])).toBeNull();
  expect(refuseReferrer(fresh, ['b'])).toMatchObject({ code: 'INVALID', field: 'referrerId' });
  expect(refuseReferrer(fresh, ['a', 'b'])).toMatchObject({ code: 'INVALID' });
  expect(refuseReferrer({ ...fresh, referredBy: 'z' }, ['a'])).toMatchObject({ code: 'CONFLICT' });
  expect(refuseReferrer({ ...fresh, cyclesStarted: 1 }, ['a'])).toMatchObject({ code: 'CONFLICT' });
});
