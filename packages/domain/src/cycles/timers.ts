import type { Instant } from '#calendar';
import { changesBetween } from './changes.ts';
import type { Cycle } from './cycle.ts';
import type { CustomerCycles } from './customer-cycles.ts';
import type { WindowEnded } from './cycle-event.ts';
import type { Draft } from './transitions/draft.ts';
import { applyEvent } from './transitions/table.ts';

/** Days that the job which fires timers stays behind the present, so that a sale entered late is in time. */
export const timersLagDays = 3;

/** The after-sales windows that have ended by now: by end, then id. */
export function dueTimers({ cycles }: CustomerCycles, now: Instant): readonly WindowEnded[] {
  const due: WindowEnded[] = [];
  for (const { id, phase, windowEndsAt } of cycles) {
    if (phase === 'AFTER_SALES' && windowEndsAt !== null && windowEndsAt <= now) due.push({ type: 'windowEnded', cycleId: id, at: windowEndsAt });
  }
  return due.toSorted((a, b) => a.at - b.at || (a.cycleId < b.cycleId ? -1 : 1));
}

/** Fires them; what fired is recorded like any other event. */
export function fireTimers(
  state: CustomerCycles, now: Instant,
): { readonly state: CustomerCycles; readonly changed: readonly Cycle[]; readonly fired: readonly WindowEnded[] } {
  const fired = dueTimers(state, now);
  if (fired.length === 0) return { state, changed: [], fired };
  // The end of a window opens nothing.
  const draft: Draft = { state, newId: () => '' };
  for (const event of fired) applyEvent(draft, event);
  return { state: draft.state, changed: changesBetween(state, draft.state).cycles, fired };
}
