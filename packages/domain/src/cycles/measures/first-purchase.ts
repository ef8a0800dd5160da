import { type Cycle, rankOf } from '../cycle.ts';
import { median } from './funnel.ts';

/**
 * Median time from the first contact to the first order, in milliseconds: over cycles of new or recommended customers
 * that ordered, without those that began with the order.
 */
export function timeToFirstPurchase(cycles: readonly Cycle[]): number | null {
  return median(cycles.flatMap(({ origin, entryPhase, openedAt, visits }) => {
    const ordered = visits.find(({ phase }) => phase === 'DELIVERY');
    const first = origin === 'NEW' || origin === 'REFERRED';
    return first && ordered && rankOf(entryPhase) < rankOf('DELIVERY') ? [ordered.enteredAt - openedAt] : [];
  }));
}
