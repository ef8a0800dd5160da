import { day, type Instant } from '#calendar';
import { ownRhythm, patienceDays, purchaseDaysLookedAt } from '#ranking';
import { type Cycle, type Outcome, phaseSince } from '../cycle.ts';
import { type CustomerCycles, type CycleOrder, isEarlier, laterOrders, settingsOf } from '../customer-cycles.ts';
import { closeCycle, type Draft, enterPhase } from './draft.ts';

/** All is delivered and settled: the window runs, unless a later order of the line or the customer's leaving ends it at once. */
export function reachAfterSales(draft: Draft, cycle: Cycle, order: CycleOrder, at: Instant): void {
  const entered = Math.max(at, phaseSince(cycle));
  const windowEndsAt = windowEnd(draft.state, order, entered);
  const inWindow = enterPhase(draft, cycle, 'AFTER_SALES', entered, { windowEndsAt });
  const next = laterOrders(draft.state, order).find(({ lineId }) => lineId === order.lineId);
  if (next && next.placedAt < windowEndsAt) closeByLaterOrder(draft, inWindow, next.placedAt);
  else if (cycle.leaving) closeByEvidence(draft, inWindow, entered, 'CUSTOMER_LEFT');
  else if (next) closeByEvidence(draft, inWindow, windowEndsAt, 'WINDOW_ENDED');
}

/** A later order closes the earlier cycles of its line whose window still runs. */
export function closeEarlier(draft: Draft, order: CycleOrder): void {
  for (const cycle of draft.state.cycles) {
    if (cycle.phase !== 'AFTER_SALES' || cycle.lineId !== order.lineId) continue;
    const own = draft.state.orders.find(({ id }) => id === cycle.orderId);
    if (own && isEarlier(own, order) && order.placedAt < (cycle.windowEndsAt ?? 0)) closeByLaterOrder(draft, cycle, order.placedAt);
  }
}

/** Closes a cycle by what happened before the end: did he buy again, in any line, did he recommend. */
export function closeByEvidence(draft: Draft, cycle: Cycle, end: Instant, reason: string): void {
  const own = draft.state.orders.find(({ id }) => id === cycle.orderId);
  const repurchased = own !== undefined && laterOrders(draft.state, own).some(({ placedAt }) => placedAt < end);
  const outcome: Outcome = repurchased ? recurrent(cycle) : cycle.referrals > 0 ? 'REFERRED' : 'LOST';
  closeCycle(draft, cycle, outcome, end, reason);
}

const closeByLaterOrder = (draft: Draft, cycle: Cycle, at: Instant): void => closeCycle(draft, cycle, recurrent(cycle), at, 'LATER_ORDER');

const recurrent = ({ referrals }: Cycle): Outcome => (referrals > 0 ? 'RECURRENT_AND_REFERRED' : 'RECURRENT');

/** When the after-sales window that begins at `entered` ends, by what is known then (LIFECYCLE §2.5). */
function windowEnd(state: CustomerCycles, order: CycleOrder, entered: Instant): Instant {
  const { graceDays, minAfterSalesDays } = settingsOf(state, order.lineId);
  const end = order.contractEndsAt === null
    ? order.placedAt + patienceAt(state, entered) * day
    : order.noticeEndsAt ?? order.contractEndsAt + graceDays * day;
  return Math.max(end, entered + minAfterSalesDays * day);
}

/** Three own rhythms, by the spot orders placed until then; the line of the last order says what is usual. */
function patienceAt(state: CustomerCycles, at: Instant): number {
  const days = new Set<string>();
  let lineId: string | null = null;
  for (let index = state.orders.length - 1; index >= 0 && days.size < purchaseDaysLookedAt; index -= 1) {
    const order = state.orders[index];
    if (!order?.effective || order.placedAt > at) continue;
    lineId ??= order.lineId;
    if (order.contractEndsAt === null) days.add(order.placedOn);
  }
  return patienceDays(ownRhythm([...days], settingsOf(state, lineId ?? '').fallbackRhythmDays).days);
}
