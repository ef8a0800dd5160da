import type { Cycle } from '../cycle.ts';
import type { CustomerCycles } from '../customer-cycles.ts';
import type { CycleEvent, IgnoredCode } from '../cycle-event.ts';
import type { Draft } from './draft.ts';

/** Null when the event counted. */
export type Answer = IgnoredCode | null;

/** What an event does to a cycle in a phase: it is ignored for a reason, or something moves. */
export type Cell<Event, Found = Cycle> = IgnoredCode | ((draft: Draft, event: Event, cycle: Found) => Answer);

/** One event's row of the table of transitions (LIFECYCLE §2.3). */
export interface Row<Event = CycleEvent> {
  /** The cycles that it is about, none when there is none yet, or why it is about nothing. */
  readonly about: (state: CustomerCycles, event: Event) => readonly Cycle[] | IgnoredCode;
  /** In order: TRACTION, QUALIFICATION, OPPORTUNITY, QUOTATION, DELIVERY, BILLING, AFTER_SALES, closed or none. */
  readonly cells: readonly [
    Cell<Event>, Cell<Event>, Cell<Event>, Cell<Event>, Cell<Event>, Cell<Event>, Cell<Event>, Cell<Event, Cycle | undefined>,
  ];
}

/** Recorded, and nothing moves. */
export const stay = (): Answer => null;

/** What the event refers to does not exist while a cycle is in this phase. */
export const cannotArise = 'NOT_KNOWN';

export const openCycles = ({ cycles }: CustomerCycles): readonly Cycle[] => cycles.filter(({ phase }) => phase !== 'CLOSED');

/** The cycle that a test finds, or that the thing is not known. */
export function oneCycle({ cycles }: CustomerCycles, which: (cycle: Cycle) => boolean): readonly [Cycle] | 'NOT_KNOWN' {
  const found = cycles.findLast(which);
  return found ? [found] : 'NOT_KNOWN';
}
