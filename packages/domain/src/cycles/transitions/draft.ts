import type { Instant } from '#calendar';
import { type Cycle, type OpenPhase, type Outcome, phaseSince, rankOf } from '../cycle.ts';
import { type CustomerCycles, type CycleLead, type CycleOrder, type CycleQuote, isEarlier } from '../customer-cycles.ts';

/** The state while one event is applied; what does not change keeps its identity. */
export interface Draft {
  state: CustomerCycles;
  readonly newId: () => string;
}

export function putCycle(draft: Draft, cycle: Cycle): Cycle {
  draft.state = { ...draft.state, cycles: withOne(draft.state.cycles, cycle) };
  return cycle;
}

export function putLead(draft: Draft, lead: CycleLead): void {
  draft.state = { ...draft.state, leads: withOne(draft.state.leads, lead) };
}

export function putQuote(draft: Draft, quote: CycleQuote): void {
  draft.state = { ...draft.state, quotes: withOne(draft.state.quotes, quote) };
}

/** Puts an order in its place in the order of orders. */
export function putOrder(draft: Draft, order: CycleOrder): CycleOrder {
  const { orders } = draft.state;
  const at = orders.findLastIndex(({ id }) => id === order.id);
  const place = orders.findLastIndex((other) => isEarlier(other, order)) + 1;
  draft.state = { ...draft.state, orders: at === -1 ? orders.toSpliced(place, 0, order) : orders.with(at, order) };
  return order;
}

/** A phase begins at the event, but not before the phase that it follows. */
export function enterPhase(draft: Draft, cycle: Cycle, phase: OpenPhase, at: Instant, also: Partial<Cycle> = {}): Cycle {
  const visit = { phase, enteredAt: Math.max(at, phaseSince(cycle)) };
  return putCycle(draft, { ...cycle, phase, visits: [...cycle.visits, visit], nurtureUntil: null, ...also });
}

/** Closes a cycle for good; a lost one says in which phase it stood and where it broke. */
export function closeCycle(draft: Draft, cycle: Cycle, outcome: Outcome, at: Instant, closeReason: string): void {
  if (cycle.phase === 'CLOSED') return;
  const lost = outcome === 'LOST' ? cycle.phase : null;
  const leak = cycle.marks.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? lost;
  endQuotes(draft, cycle);
  putCycle(draft, {
    ...cycle, phase: 'CLOSED', outcome, lostInPhase: lost, leakPhase: lost && leak, closedAt: Math.max(at, phaseSince(cycle)), closeReason,
    nurtureUntil: null,
  });
}

/** Notes that something went wrong in a phase of the cycle. */
export function markPhase(draft: Draft, cycle: Cycle, phase: OpenPhase): Cycle {
  return cycle.marks.includes(phase) ? cycle : putCycle(draft, { ...cycle, marks: [...cycle.marks, phase] });
}

/** The live leads that a test finds end one way. */
export function endLeads(draft: Draft, state: 'QUALIFIED' | 'DISQUALIFIED', which: (lead: CycleLead) => boolean): void {
  for (const lead of draft.state.leads) if (lead.state === 'LIVE' && which(lead)) putLead(draft, { ...lead, state });
}

/** An opportunity that is won or lost has no live quote any more. */
export function endQuotes(draft: Draft, { opportunityId }: Cycle): void {
  for (const quote of draft.state.quotes) if (quote.live && quote.opportunityId === opportunityId) putQuote(draft, { ...quote, live: false });
}

function withOne<T extends { readonly id: string }>(all: readonly T[], one: T): readonly T[] {
  const at = all.findLastIndex(({ id }) => id === one.id);
  return at === -1 ? [...all, one] : all.with(at, one);
}
