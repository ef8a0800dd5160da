import type { OrderWholeFragment } from '#operations';
import { expect, it } from 'vitest';
import { whatMayBeDone } from './what-may-be-done.ts';

const order = (more: Partial<OrderWholeFragment>) => ({
  cancelledAt: null, deliveredAt: null, settledAt: null, returnedWhole: false, returns: [], ...more,
}) as unknown as OrderWholeFragment;
const at = '2026-11-01T10:00:00Z';

it.each([
  [{}, ['deliver', 'settle', 'cancel']],
  [{ settledAt: at }, ['deliver', 'cancel']],
  [{ deliveredAt: at }, ['settle', 'return']],
  [{ deliveredAt: at, settledAt: at }, ['return']],
  [{ deliveredAt: at, settledAt: at, returnedWhole: true }, []],
  [{ cancelledAt: at }, []],
])('%j allows %j', (state, acts) => expect(whatMayBeDone(order(state))).toEqual(acts));
