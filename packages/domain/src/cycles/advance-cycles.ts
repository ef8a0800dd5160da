import { changesBetween } from './changes.ts';
import { type Cycle, hasReached } from './cycle.ts';
import type { CustomerCycles } from './customer-cycles.ts';
import type { CycleEvent, IgnoredCode, ReferralQualified, ReferralWon, WindowEnded } from './cycle-event.ts';
import { fireTimers } from './timers.ts';
import { applyEvent } from './transitions/table.ts';
import type { Draft } from './transitions/draft.ts';

/** What an event did. */
export interface Advance {
  readonly state: CustomerCycles;
  /** Cycles that are new or different; `changesBetween` tells the leads, quotes, orders and referrals too. */
  readonly changed: readonly Cycle[];
  /** Why no cycle moved, null when the event counted; the event is recorded either way. */
  readonly ignored: IgnoredCode | null;
  /** Timers that were due and fired first: recorded before the event. */
  readonly fired: readonly WindowEnded[];
  /** What the one who recommended the customer is to be told, by the same means. */
  readonly forReferrer: { readonly referrerId: string; readonly events: readonly (ReferralQualified | ReferralWon)[] } | null;
}

/**
 * Applies one event to the cycles of a customer. Total: every event has an answer in every phase. Timers due until the
 * event fire first, so that a window is [start, end); a recorded timer fires alone, so that a record replays as it was.
 */
export function advanceCycles(state: CustomerCycles, event: CycleEvent, newId: () => string): Advance {
  const { state: timely, fired } = event.type === 'windowEnded' ? { state, fired: [] } : fireTimers(state, event.at);
  const draft: Draft = { state: timely, newId };
  const ignored = applyEvent(draft, event);
  return {
    state: draft.state, changed: changesBetween(state, draft.state).cycles, ignored, fired, forReferrer: tellReferrer(timely, draft.state, event),
  };
}

/** A recommendation is told when a cycle of the recommended first reaches OPPORTUNITY, and when he first orders. */
function tellReferrer(before: CustomerCycles, after: CustomerCycles, { at }: CycleEvent): Advance['forReferrer'] {
  const { referredBy: referrerId, customerId } = after;
  if (referrerId === null) return null;
  const isQualified = ({ cycles }: CustomerCycles): boolean => cycles.some((cycle) => hasReached(cycle, 'OPPORTUNITY'));
  const events: (ReferralQualified | ReferralWon)[] = [];
  if (!isQualified(before) && isQualified(after)) events.push({ type: 'referralQualified', customerId, at });
  if (before.orders.length === 0 && after.orders.length > 0) events.push({ type: 'referralWon', customerId, at });
  return events.length > 0 ? { referrerId, events } : null;
}
