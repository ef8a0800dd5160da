import { type Cycle, type OpenPhase, openPhases } from '../cycle.ts';

/** How a set of cycles ended: recurrent + referred + both + lost + disqualified + open = started. */
export interface Ledger {
  readonly started: number;
  readonly recurrent: number;
  readonly referred: number;
  readonly recurrentAndReferred: number;
  readonly lost: number;
  readonly disqualified: number;
  readonly open: number;
  /** The lost ones by the phase in which they stood; adds up to `lost`. */
  readonly lostInPhase: Readonly<Record<OpenPhase, number>>;
  /** The lost ones by the phase where they broke; adds up to `lost`. */
  readonly leakPhase: Readonly<Record<OpenPhase, number>>;
  readonly closedWithOrder: number;
  /** Of the closed cycles with an order, how many in a hundred ended well, half up; null when none is closed. */
  readonly healthPct: number | null;
}

/** The ledger of cycles chosen by what is known when they open: month, origin, line, source, owner (LIFECYCLE §2.5). */
export function ledgerOf(cycles: readonly Cycle[]): Ledger {
  const ended = (outcome: Cycle['outcome']): number => cycles.filter((cycle) => cycle.outcome === outcome).length;
  const byPhase = (phaseOf: (cycle: Cycle) => OpenPhase | null): Readonly<Record<OpenPhase, number>> =>
    Object.fromEntries(openPhases.map((phase) => [phase, cycles.filter((cycle) => phaseOf(cycle) === phase).length])) as Record<OpenPhase, number>;
  const [recurrent, referred, recurrentAndReferred] = [ended('RECURRENT'), ended('REFERRED'), ended('RECURRENT_AND_REFERRED')];
  const closedWithOrder = cycles.filter(({ phase, orderId }) => phase === 'CLOSED' && orderId !== null).length;
  const well = recurrent + referred + recurrentAndReferred;
  return {
    started: cycles.length, recurrent, referred, recurrentAndReferred, lost: ended('LOST'), disqualified: ended('DISQUALIFIED'), open: ended(null),
    lostInPhase: byPhase(({ lostInPhase }) => lostInPhase), leakPhase: byPhase(({ leakPhase }) => leakPhase), closedWithOrder,
    healthPct: closedWithOrder === 0 ? null : Math.floor((200 * well + closedWithOrder) / (2 * closedWithOrder)),
  };
}
