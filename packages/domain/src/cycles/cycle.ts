import type { Instant } from '#calendar';

/** The phases of an open cycle, in the order in which a customer passes them. */
export const openPhases = ['TRACTION', 'QUALIFICATION', 'OPPORTUNITY', 'QUOTATION', 'DELIVERY', 'BILLING', 'AFTER_SALES'] as const;

export type OpenPhase = (typeof openPhases)[number];

/** Where a cycle is; CLOSED is final. */
export type Phase = OpenPhase | 'CLOSED';

/** How a cycle ended. */
export type Outcome = 'RECURRENT' | 'REFERRED' | 'RECURRENT_AND_REFERRED' | 'LOST' | 'DISQUALIFIED';

/** Why a cycle began. */
export const origins = ['NEW', 'RECURRENT', 'REFERRED', 'RENEWAL', 'WIN_BACK'] as const;

export type Origin = (typeof origins)[number];

/** One stay in a phase; it ends with the next visit, or when the cycle closes. */
export interface Visit {
  readonly phase: OpenPhase;
  readonly enteredAt: Instant;
}

/** One pass of a customer through the journey, in one line, with at most one opportunity and one order (LIFECYCLE §2.1). */
export interface Cycle {
  readonly id: string;
  readonly lineId: string;
  readonly origin: Origin;
  readonly phase: Phase;
  readonly entryPhase: OpenPhase;
  readonly openedAt: Instant;
  /** In order; the first is the entry, the last the present phase or that in which it closed. */
  readonly visits: readonly Visit[];
  readonly outcome: Outcome | null;
  /** Of a lost cycle: the phase in which it stood. */
  readonly lostInPhase: OpenPhase | null;
  /** Of a lost cycle: the phase where it broke, the earliest marked one. */
  readonly leakPhase: OpenPhase | null;
  readonly closedAt: Instant | null;
  /** What somebody gave as the reason, else what closed it. */
  readonly closeReason: string | null;
  /** The latest earlier cycle of the line. */
  readonly previousCycleId: string | null;
  /** Customers recommended by this one whose qualified opportunity counts for this cycle. */
  readonly referrals: number;
  /** End of the after-sales window, frozen on entry; stays when the cycle closes. */
  readonly windowEndsAt: Instant | null;
  /** Until when a recycled cycle rests. */
  readonly nurtureUntil: Instant | null;
  /** The customer has left while we still owe: it closes as soon as we do not. */
  readonly leaving: boolean;
  /** Phases in which something went wrong. */
  readonly marks: readonly OpenPhase[];
  readonly opportunityId: string | null;
  readonly orderId: string | null;
}

/** Place of an open phase in the journey, from 0. */
export function rankOf(phase: OpenPhase): number {
  return openPhases.indexOf(phase);
}

/** The furthest phase that a cycle has been in. */
export function furthestPhase({ visits, entryPhase }: Pick<Cycle, 'visits' | 'entryPhase'>): OpenPhase {
  return visits.reduce<OpenPhase>((furthest, { phase }) => (rankOf(phase) > rankOf(furthest) ? phase : furthest), entryPhase);
}

/** Whether a cycle has been in the phase or in a later one. */
export function hasReached(cycle: Pick<Cycle, 'visits' | 'entryPhase'>, phase: OpenPhase): boolean {
  return rankOf(furthestPhase(cycle)) >= rankOf(phase);
}

/** When the present phase began, or that in which the cycle closed. */
export function phaseSince({ visits, openedAt }: Pick<Cycle, 'visits' | 'openedAt'>): Instant {
  return visits.at(-1)?.enteredAt ?? openedAt;
}
