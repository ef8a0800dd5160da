import type { CustomerCycles } from './customer-cycles.ts';

/** What is to be written: all that is new or different, and who recommended the customer if that was learnt. */
export type CycleChanges = Pick<CustomerCycles, 'cycles' | 'leads' | 'quotes' | 'orders' | 'referrals'> & {
  readonly referredBy: string | null;
};

/** What differs between two states of a customer of which one came from the other, after one event or a thousand. */
export function changesBetween(before: CustomerCycles, after: CustomerCycles): CycleChanges {
  return {
    cycles: added(before.cycles, after.cycles),
    leads: added(before.leads, after.leads),
    quotes: added(before.quotes, after.quotes),
    orders: added(before.orders, after.orders),
    referrals: added(before.referrals, after.referrals),
    referredBy: before.referredBy === after.referredBy ? null : after.referredBy,
  };
}

/** What does not change keeps its identity, and changes are mostly at the end: what comes before the first is not looked at twice. */
function added<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const first = before === after ? -1 : after.findIndex((one, index) => one !== before[index]);
  if (first === -1) return [];
  const were = new Set(before.slice(first));
  return after.slice(first).filter((one) => !were.has(one));
}
