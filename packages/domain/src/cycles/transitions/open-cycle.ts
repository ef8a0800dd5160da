import type { Instant } from '#calendar';
import { type Cycle, type OpenPhase, type Origin, rankOf } from '../cycle.ts';
import type { CustomerCycles } from '../customer-cycles.ts';
import { type Draft, putCycle } from './draft.ts';

/** The cycle of a line that further leads join and direct orders take: the most advanced before OPPORTUNITY, then the oldest. */
export function cycleBeforeOpportunity(state: CustomerCycles, lineId: string): Cycle | undefined {
  const found = state.cycles.filter((cycle) => cycle.lineId === lineId && (cycle.phase === 'TRACTION' || cycle.phase === 'QUALIFICATION'));
  return found.toSorted((a, b) => rankOf(b.phase as OpenPhase) - rankOf(a.phase as OpenPhase) || byOpening(a, b))[0];
}

/** The latest cycle of a line that is being sold. */
export function latestBeingSold(state: CustomerCycles, lineId: string): Cycle | undefined {
  const found = state.cycles.filter((cycle) => cycle.lineId === lineId && (cycle.phase === 'OPPORTUNITY' || cycle.phase === 'QUOTATION'));
  return found.toSorted(byOpening).at(-1);
}

/** How a cycle begins. */
export interface Beginning {
  readonly lineId: string;
  readonly at: Instant;
  readonly phase: OpenPhase;
  readonly renews?: string | null | undefined;
  readonly referredBy?: string | null | undefined;
  readonly opportunityId?: string;
  readonly orderId?: string;
}

/** Opens a cycle; who recommended the customer is believed once, on the first touch, and never of himself. */
export function openCycle(draft: Draft, beginning: Beginning): Cycle {
  const { lineId, at, phase } = beginning;
  const referredBy = beginning.referredBy ?? null;
  const { state } = draft;
  if (referredBy !== null && state.referredBy === null && state.cycles.length === 0 && referredBy !== state.customerId) {
    draft.state = { ...state, referredBy };
  }
  const earlier = latest(draft.state.cycles, (cycle) => cycle.lineId === lineId && cycle.openedAt <= at, byOpening);
  return putCycle(draft, {
    id: draft.newId(), lineId, origin: originOf(draft.state, at, Boolean(beginning.renews)), phase, entryPhase: phase, openedAt: at,
    visits: [{ phase, enteredAt: at }], outcome: null, lostInPhase: null, leakPhase: null, closedAt: null, closeReason: null,
    previousCycleId: earlier?.id ?? null, referrals: 0, windowEndsAt: null, nurtureUntil: null, leaving: false, marks: [],
    opportunityId: beginning.opportunityId ?? null, orderId: beginning.orderId ?? null,
  });
}

/** Why a cycle that opens at `at` begins, by what was so then (LIFECYCLE §2.4: the first line that holds). */
function originOf(state: CustomerCycles, at: Instant, renews: boolean): Origin {
  if (renews) return 'RENEWAL';
  if (!state.orders.some(({ effective, placedAt }) => effective && placedAt <= at)) return state.referredBy === null ? 'NEW' : 'REFERRED';
  const ordered = state.cycles.filter((cycle) => cycle.orderId !== null && orderedAt(cycle) <= at);
  if (ordered.some(({ closedAt }) => closedAt === null || closedAt > at)) return 'RECURRENT';
  const last = latest(ordered, () => true, (a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0) || inOrder(a.id, b.id));
  return last?.outcome === 'LOST' ? 'WIN_BACK' : 'RECURRENT';
}

const orderedAt = ({ visits }: Cycle): Instant => visits.find(({ phase }) => phase === 'DELIVERY')?.enteredAt ?? Infinity;

function latest(cycles: readonly Cycle[], which: (cycle: Cycle) => boolean, compare: (a: Cycle, b: Cycle) => number): Cycle | undefined {
  return cycles.reduce<Cycle | undefined>(
    (best, cycle) => (which(cycle) && (best === undefined || compare(cycle, best) > 0) ? cycle : best), undefined,
  );
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byOpening = (a: Cycle, b: Cycle): number => a.openedAt - b.openedAt || inOrder(a.id, b.id);
