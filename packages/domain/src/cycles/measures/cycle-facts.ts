import type { Instant } from '#calendar';
import type { Facts } from '#facts';
import { type Cycle, type OpenPhase, openPhases, phaseSince } from '../cycle.ts';
import type { CustomerCycles } from '../customer-cycles.ts';

/** AFTER_SALES becomes AfterSales, as fact names are written. */
const inFactName = (phase: OpenPhase): string =>
  phase.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join('');

/** Which open cycle the Digital journey shows: the most advanced in progress, after-sales only if nothing else is open. */
const shownFirst: readonly OpenPhase[] = ['BILLING', 'DELIVERY', 'QUOTATION', 'OPPORTUNITY', 'QUALIFICATION', 'TRACTION', 'AFTER_SALES'];

/** The facts that follow from a customer's cycles, leads and referrals (LIFECYCLE §1, room 2). */
export function cycleFactsOf({ cycles, leads, referrals, referredBy }: CustomerCycles): Facts {
  const inPhase = (phase: Cycle['phase']): readonly Cycle[] => cycles.filter((cycle) => cycle.phase === phase);
  const last = inPhase('CLOSED').reduce<Cycle | null>((best, cycle) => (best && !isLater(cycle, best) ? best : cycle), null);
  const shown = inPhase(shownFirst.find((phase) => inPhase(phase).length > 0) ?? 'TRACTION');
  return {
    referredBy, referralsMade: referrals.length, referralsWon: referrals.filter(({ won }) => won).length,
    openLeads: leads.filter(({ state }) => state === 'LIVE').length,
    lastLeadAt: leads.length === 0 ? null : Math.max(...leads.map(({ capturedAt }) => capturedAt)),
    nurtureUntil: earliest(cycles.map(({ nurtureUntil }) => nurtureUntil)),
    cyclesStarted: cycles.length,
    cyclesClosed: inPhase('CLOSED').length,
    ...Object.fromEntries(openPhases.map((phase) => [`openIn${inFactName(phase)}`, inPhase(phase).length])),
    phaseSince: earliest(shown.map(phaseSince)),
    windowEndsAt: earliest(inPhase('AFTER_SALES').map(({ windowEndsAt }) => windowEndsAt)),
    lastCycleOutcome: last?.outcome ?? null,
    lastLostInPhase: last?.lostInPhase ?? null,
    lastCycleClosedAt: last?.closedAt ?? null,
    openOpportunities: inPhase('OPPORTUNITY').length + inPhase('QUOTATION').length,
  };
}

function isLater(one: Cycle, other: Cycle): boolean {
  const by = (one.closedAt ?? 0) - (other.closedAt ?? 0);
  return by > 0 || (by === 0 && one.id > other.id);
}

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}
