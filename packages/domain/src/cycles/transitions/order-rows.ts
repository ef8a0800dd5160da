import { localDate } from '#calendar';
import type { Cycle } from '../cycle.ts';
import type { CustomerCycles } from '../customer-cycles.ts';
import type { OrderPlaced } from '../cycle-event.ts';
import { closeEarlier, reachAfterSales } from './after-sales.ts';
import { type Draft, endLeads, endQuotes, enterPhase, putOrder } from './draft.ts';
import { cycleBeforeOpportunity, openCycle } from './open-cycle.ts';
import { aboutOpportunity } from './opportunity-rows.ts';
import { type Answer, cannotArise, type Row } from './row.ts';

const isKnown = ({ orders }: CustomerCycles, { orderId }: OrderPlaced): boolean => orders.some(({ id }) => id === orderId);

/** The order is the cycle's own from now on: earlier cycles of the line close, and what nobody tracks is done at once. */
function give(draft: Draft, event: OrderPlaced, cycle: Cycle): Answer {
  const { orderId, at, tracked, contractEndsAt = null } = event;
  const order = putOrder(draft, {
    id: orderId, lineId: cycle.lineId, placedAt: at, placedOn: localDate(at, draft.state.timeZone), contractEndsAt, noticeEndsAt: null,
    delivered: tracked ? 'NOTHING' : 'ALL', settled: !tracked, effective: true,
  });
  closeEarlier(draft, order);
  if (!tracked) reachAfterSales(draft, cycle, order, at);
  return null;
}

function accept(draft: Draft, event: OrderPlaced, cycle: Cycle): Answer {
  endQuotes(draft, cycle);
  return give(draft, event, enterPhase(draft, cycle, 'DELIVERY', event.at, { orderId: event.orderId }));
}

function take(draft: Draft, event: OrderPlaced, cycle: Cycle): Answer {
  endLeads(draft, 'QUALIFIED', ({ cycleId }) => cycleId === cycle.id);
  return accept(draft, event, cycle);
}

function open(draft: Draft, event: OrderPlaced): Answer {
  const { lineId, at, renews, referredBy, orderId } = event;
  return give(draft, event, openCycle(draft, { lineId, at, renews, referredBy, orderId, phase: 'DELIVERY' }));
}

/** The cycle that a direct order takes: one of its line that nobody sells yet and that was open when it was placed. */
function taken(state: CustomerCycles, { lineId, at, renews }: OrderPlaced): Cycle | undefined {
  const found = renews ? undefined : cycleBeforeOpportunity(state, lineId);
  return found && found.openedAt <= at ? found : undefined;
}

/** An order that nobody sold: it never takes a cycle whose opportunity waits for its own acceptance. */
export const directOrder: Row<OrderPlaced> = {
  about: (state, event) => {
    if (isKnown(state, event)) return 'ALREADY_KNOWN';
    const cycle = taken(state, event);
    return cycle ? [cycle] : [];
  },
  cells: [take, take, open, open, open, open, open, open],
};

function asDirect(draft: Draft, event: OrderPlaced): Answer {
  const cycle = taken(draft.state, event);
  return cycle ? take(draft, event, cycle) : open(draft, event);
}

/** An order that names its opportunity: it wins it, or counts as direct when that is closed already. */
export const orderOfOpportunity: Row<OrderPlaced> = {
  about: (state, event) => (isKnown(state, event) ? 'ALREADY_KNOWN' : aboutOpportunity(state, { opportunityId: event.opportunityId ?? '' })),
  cells: [cannotArise, cannotArise, accept, accept, asDirect, asDirect, asDirect, asDirect],
};
