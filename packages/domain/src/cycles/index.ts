export { type Advance, advanceCycles } from './advance-cycles.ts';
export { changesBetween, type CycleChanges } from './changes.ts';
export {
  type CustomerCycles, customerCycles, type CycleLead, type CycleOrder, type CycleQuote, type CycleReferral,
} from './customer-cycles.ts';
export {
  type Cycle, furthestPhase, hasReached, type OpenPhase, openPhases, type Origin, origins, type Outcome, type Phase, phaseSince, rankOf, type Visit,
} from './cycle.ts';
export { type CycleEvent, type IgnoredCode, ignoredCodes } from './cycle-event.ts';
export { cycleFactsOf } from './measures/cycle-facts.ts';
export { timeToFirstPurchase } from './measures/first-purchase.ts';
export { funnelOf, type FunnelPhase } from './measures/funnel.ts';
export { type Ledger, ledgerOf } from './measures/ledger.ts';
export { orderFell } from './order-fell.ts';
export { dueTimers, fireTimers, timersLagDays } from './timers.ts';
