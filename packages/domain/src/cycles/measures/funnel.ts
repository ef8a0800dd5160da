import { type Cycle, hasReached, type OpenPhase, openPhases, rankOf } from '../cycle.ts';

/** One phase of the funnel. */
export interface FunnelPhase {
  readonly phase: OpenPhase;
  /** Cycles whose furthest phase is this one or a later one. */
  readonly reached: number;
  /** Of those, the ones that entered here or before: who enters later (a shop sale, at DELIVERY) was never converted. */
  readonly passing: number;
  /** Of those, the ones that reached the next phase; null in the last. */
  readonly converted: number | null;
  /** Median time of the visits that ended, in milliseconds, half up; null when none ended. */
  readonly medianTime: number | null;
}

/** How far cycles came, and how long they stayed, phase by phase (LIFECYCLE §2.5). */
export function funnelOf(cycles: readonly Cycle[]): readonly FunnelPhase[] {
  return openPhases.map((phase, rank) => {
    const reached = cycles.filter((cycle) => hasReached(cycle, phase));
    const passing = reached.filter(({ entryPhase }) => rankOf(entryPhase) <= rank);
    const next = openPhases[rank + 1];
    return {
      phase, reached: reached.length, passing: passing.length,
      converted: next === undefined ? null : passing.filter((cycle) => hasReached(cycle, next)).length,
      medianTime: median(cycles.flatMap((cycle) => stays(cycle, phase))),
    };
  });
}

/** How long each visit of a cycle to a phase took, those that ended. */
function stays({ visits, closedAt }: Cycle, phase: OpenPhase): readonly number[] {
  return visits.flatMap((visit, index) => {
    const endedAt = visits[index + 1]?.enteredAt ?? closedAt;
    return visit.phase === phase && endedAt !== null ? [endedAt - visit.enteredAt] : [];
  });
}

/** Half up; null of nothing. */
export function median(values: readonly number[]): number | null {
  const ascending = values.toSorted((a, b) => a - b);
  const upper = ascending[Math.floor(ascending.length / 2)];
  const lower = ascending[Math.floor((ascending.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.floor((upper + lower + 1) / 2);
}
