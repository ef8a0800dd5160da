import { refuseReferrer } from '@orbita/domain/customers';
import type { DemoCustomer } from './demo-customer.ts';
import type { Random } from './world/random.ts';

/** Who recommended whom: most of those who came by recommendation, somebody who had bought before they came. */
export function referrersOf(random: Random, customers: readonly DemoCustomer[]): Map<string, string> {
  const referrers = new Map<string, string>();
  const chainOf = (id: string): string[] => [id, ...(referrers.has(id) ? chainOf(referrers.get(id)!) : [])];
  for (const { id: customerId, customer, life } of customers) {
    if (customer['source'] !== 'REFERRAL' || !random.chance(0.75)) continue;
    const buyers = customers.filter((one) => (one.life.orders[0] ?? Infinity) < life.since);
    if (buyers.length === 0) continue;
    // Few recommend, and those who do so do it again.
    const referrer = buyers[random.between(0, Math.floor((buyers.length - 1) / 4))]!;
    const refusal = refuseReferrer({ customerId, referredBy: null, cyclesStarted: 0 }, chainOf(referrer.id));
    if (!refusal) referrers.set(customerId, referrer.id);
  }
  return referrers;
}
