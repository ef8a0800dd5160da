import { type Instant, toIso } from '#calendar';
import { type Refusal, refuse, refuseBecause } from '#refusal';

/** What decides whether a customer can leave, or be said not to have left. */
export interface Departing {
  readonly customerSince: Instant;
  readonly leftAt: Instant | null;
  /** Whoever orders after he left is back. */
  readonly lastOrderAt: Instant | null;
}

/** Whether the customer has said that he leaves, and has not ordered since. */
export function isGone({ leftAt, lastOrderAt }: Departing): boolean {
  return leftAt !== null && (lastOrderAt === null || lastOrderAt <= leftAt);
}

/** He leaves once, not before he came and not ahead of time; later than his last order. Null when he may. */
export function refuseDeparture(customer: Departing, at: Instant, now: Instant): Refusal | null {
  if (isGone(customer)) return refuseBecause('CONFLICT', 'LEFT_ALREADY');
  const minimum = Math.max(customer.customerSince, customer.lastOrderAt ?? 0);
  if (at >= minimum && at <= now) return null;
  return refuse('OUT_OF_RANGE', { field: 'leftAt', details: { minimum: toIso(minimum), maximum: toIso(now) } });
}
