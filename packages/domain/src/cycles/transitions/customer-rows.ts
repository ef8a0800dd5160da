import { type Cycle, type OpenPhase, rankOf } from '../cycle.ts';
import { type CustomerCycles, type CycleReferral, isEarlier } from '../customer-cycles.ts';
import type {
  ComplaintMade, CustomerErased, CustomerLeft, CycleEvent, FactRecorded, ReferralQualified, ReferralWon, WindowEnded,
} from '../cycle-event.ts';
import { closeByEvidence } from './after-sales.ts';
import { closeCycle, type Draft, endLeads, markPhase, putCycle } from './draft.ts';
import { type Answer, cannotArise, oneCycle, openCycles, type Row, stay } from './row.ts';

type Goodbye = CustomerLeft | CustomerErased;

const reasonOf = (event: Goodbye): string => (event.type === 'customerLeft' ? event.reason : 'CUSTOMER_ERASED');

const endAllLeads = (draft: Draft): void => endLeads(draft, 'DISQUALIFIED', () => true);

function dismiss(draft: Draft, event: Goodbye, cycle: Cycle): Answer {
  endAllLeads(draft);
  closeCycle(draft, cycle, 'DISQUALIFIED', event.at, reasonOf(event));
  return null;
}

function lose(draft: Draft, event: Goodbye, cycle: Cycle): Answer {
  endAllLeads(draft);
  closeCycle(draft, cycle, 'LOST', event.at, reasonOf(event));
  return null;
}

/** We still owe him: the cycle ends when we do not. */
function letGo(draft: Draft, _event: Goodbye, cycle: Cycle): Answer {
  endAllLeads(draft);
  if (!cycle.leaving) putCycle(draft, { ...cycle, leaving: true });
  return null;
}

function sayGoodbye(draft: Draft, event: Goodbye, cycle: Cycle): Answer {
  endAllLeads(draft);
  closeByEvidence(draft, cycle, event.at, reasonOf(event));
  return null;
}

function endLeadsOnly(draft: Draft): Answer {
  endAllLeads(draft);
  return null;
}

/** The customer says that he leaves, or is erased: every open cycle ends, or will as soon as we owe nothing. */
export const customerLeft: Row<Goodbye> = {
  about: openCycles,
  cells: [dismiss, dismiss, lose, lose, letGo, letGo, sayGoodbye, endLeadsOnly],
};

/** Of the open cycles with an order: the most advanced phase, then the latest order. */
function recommending(state: CustomerCycles): Cycle | undefined {
  const orderOf = (cycle: Cycle) => state.orders.find(({ id }) => id === cycle.orderId);
  const rank = ({ phase }: Cycle): number => rankOf(phase as OpenPhase);
  return openCycles(state).filter(orderOf).toSorted((a, b) => {
    const [one, other] = [orderOf(a), orderOf(b)];
    return rank(b) - rank(a) || (one && other && isEarlier(one, other) ? 1 : -1);
  })[0];
}

const countReferral = (draft: Draft, referral: CycleReferral): void => {
  const others = draft.state.referrals.filter(({ customerId }) => customerId !== referral.customerId);
  draft.state = { ...draft.state, referrals: [...others, referral] };
};

function recommend(draft: Draft, { customerId, at }: ReferralQualified, cycle: Cycle | undefined): Answer {
  countReferral(draft, { customerId, qualifiedAt: at, cycleId: cycle?.id ?? null, won: false });
  if (cycle) putCycle(draft, { ...cycle, referrals: cycle.referrals + 1 });
  return null;
}

/** Somebody he recommended is a qualified opportunity: it counts once, for one cycle at most. */
export const referralQualified: Row<ReferralQualified> = {
  about: (state, { customerId }) => {
    if (customerId === state.customerId) return 'NOT_KNOWN';
    if (state.referrals.some((referral) => referral.customerId === customerId)) return 'ALREADY_KNOWN';
    const cycle = recommending(state);
    return cycle ? [cycle] : [];
  },
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, recommend, recommend, recommend, recommend],
};

function winReferral(draft: Draft, event: ReferralWon): Answer {
  const referral = draft.state.referrals.find(({ customerId }) => customerId === event.customerId);
  if (!referral) return 'NOT_KNOWN';
  if (referral.won) return 'ALREADY_KNOWN';
  countReferral(draft, { ...referral, won: true });
  return null;
}

/** A fact of the customer; no cycle moves, because his buying is not in our customer's hands. */
export const referralWon: Row<ReferralWon> = {
  about: () => [],
  cells: [winReferral, winReferral, winReferral, winReferral, winReferral, winReferral, winReferral, winReferral],
};

function endWindow(draft: Draft, { at }: WindowEnded, cycle: Cycle): Answer {
  if (cycle.windowEndsAt === null || cycle.windowEndsAt > at) return 'NO_MOVE';
  closeByEvidence(draft, cycle, cycle.windowEndsAt, 'WINDOW_ENDED');
  return null;
}

export const windowEnded: Row<WindowEnded> = {
  about: (state, { cycleId }) => oneCycle(state, ({ id }) => id === cycleId),
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, cannotArise, cannotArise, endWindow, cannotArise],
};

function markAfterSales(draft: Draft, _event: CycleEvent, cycle: Cycle): Answer {
  markPhase(draft, cycle, 'AFTER_SALES');
  return null;
}

/** A complaint or a detractor's answer moves nothing, but says where an after-sales that is lost broke. */
export const complaintMade: Row<ComplaintMade> = {
  about: (state, event) => (event.orderId ? oneCycle(state, ({ orderId }) => orderId === event.orderId) : openCycles(state)),
  cells: [stay, stay, stay, stay, stay, stay, markAfterSales, stay],
};

export const factRecorded: Row<FactRecorded> = {
  about: openCycles,
  cells: [stay, stay, stay, stay, stay, stay, stay, stay],
};
