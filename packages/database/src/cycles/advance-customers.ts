import { advanceCycles, changesBetween, type Cycle, type CycleEvent, fireTimers } from '@orbita/domain/cycles';
import type { Em } from '#connection';
import { newId } from '#connection';
import { type Actor, appendEvents, type TimelineEvent } from '#timeline';
import { endOpportunities } from './end-opportunities.queries.ts';
import { holdCustomers } from './hold-customers.queries.ts';
import { type LoadedCycles, loadCycles } from './load-cycles.queries.ts';
import { holderOf, type Passage, saveCycles } from './save-cycles.queries.ts';

export interface Advancing {
  readonly actor: Actor;
  readonly now: Date;
  readonly zone: string;
  /** Timers due by then fire after the last event; those due by an event's own instant fire before it in any case. */
  readonly timersUntil?: Date | undefined;
  /** Called with those who recommended them and hear of it, before anything of theirs is written. */
  readonly beforeReferrers?: ((em: Em, customerIds: readonly string[]) => Promise<void>) | undefined;
}

/**
 * Passes what happened on to the cycles of the customers, in the order given, and writes what came of it with its
 * events. `loaded` is what `loadCycles` read before the rows of what happened were written; the customers, and those
 * who recommended them, are locked. Answers everybody whose facts may have changed.
 */
export async function advanceCustomers(
  em: Em, loaded: ReadonlyMap<string, LoadedCycles>, happened: ReadonlyMap<string, readonly CycleEvent[]>, advancing: Advancing,
): Promise<string[]> {
  const { states, told } = advanceAll(loaded, happened, advancing);
  const passages = [...states].map(([id, after]): Passage => ({ before: loaded.get(id)!, after }));
  const moved = await tellReferrers(em, passages, told, advancing);
  await saveCycles(em, moved, advancing.now);
  const lost = await endOpportunities(em, moved, advancing.now);
  await appendEvents(em, [...moved.flatMap(eventsOf), ...lost], advancing.actor, advancing.now);
  return moved.map(({ before }) => before.state.customerId);
}

/** What happened to all of them, in turn: whoever recommended another hears of it when it happened, not when his own is over. */
function advanceAll(loaded: ReadonlyMap<string, LoadedCycles>, happened: ReadonlyMap<string, readonly CycleEvent[]>, { timersUntil }: Advancing) {
  const states = new Map([...happened.keys()].flatMap((id) => {
    const one = loaded.get(id);
    return one ? [[id, one.state] as const] : [];
  }));
  const told = new Map<string, CycleEvent[]>();
  const apply = (id: string, event: CycleEvent): void => {
    const before = states.get(id);
    if (!before) return void told.set(id, [...told.get(id) ?? [], event]);
    const { state, forReferrer } = advanceCycles(before, event, newId);
    states.set(id, state);
    for (const one of forReferrer?.events ?? []) apply(forReferrer!.referrerId, one);
  };
  for (const { id, event } of inTurn(happened)) if (states.has(id)) apply(id, event);
  if (timersUntil) for (const [id, state] of states) states.set(id, fireTimers(state, timersUntil.getTime()).state);
  return { states, told };
}

/** Everybody's events by their time; those of one customer stay in the order given, also where it is not that of time. */
function inTurn(happened: ReadonlyMap<string, readonly CycleEvent[]>) {
  return [...happened].flatMap(([id, events]) => {
    let turn = 0;
    return events.map((event) => ({ id, event, turn: (turn = Math.max(turn, event.at)) }));
  }).toSorted((a, b) => a.turn - b.turn);
}

/** Those who recommended somebody and are not among the passages join them. */
async function tellReferrers(
  em: Em, passages: readonly Passage[], forReferrers: ReadonlyMap<string, readonly CycleEvent[]>, { zone, beforeReferrers }: Advancing,
): Promise<Passage[]> {
  const unseen = [...forReferrers.keys()];
  await holdCustomers(em, unseen);
  await beforeReferrers?.(em, unseen);
  const joining = [...await loadCycles(em, unseen, zone)].map(([id, before]): Passage =>
    ({ before, after: forReferrers.get(id)!.reduce((state, event) => advanceCycles(state, event, newId).state, before.state) }));
  return [...passages, ...joining];
}

/** What the timeline tells: that a cycle opened, moved, closed; in between it is the visits that say when. */
function eventsOf({ before, after }: Passage): TimelineEvent[] {
  return changesBetween(before.state, after).cycles.flatMap((cycle) => {
    const was = before.state.cycles.find(({ id }) => id === cycle.id);
    const event = (type: string, at: number, payload: Record<string, unknown>): TimelineEvent => ({
      customerId: holderOf(before, cycle), type, occurredAt: new Date(at), payload: { cycleId: cycle.id, ...payload },
    });
    return [
      ...(was ? [] : [event('cycleOpened', cycle.openedAt, { origin: cycle.origin, phase: cycle.entryPhase, lineId: cycle.lineId })]),
      ...movedTo(was, cycle).map(({ phase, enteredAt }, at, all) =>
        event('cycleMoved', enteredAt, { from: all[at - 1]?.phase ?? was?.phase ?? cycle.entryPhase, to: phase })),
      ...(cycle.phase === 'CLOSED' && was?.phase !== 'CLOSED' ? [event('cycleClosed', cycle.closedAt ?? cycle.openedAt, {
        from: cycle.visits.at(-1)?.phase, outcome: cycle.outcome, lostInPhase: cycle.lostInPhase, reason: cycle.closeReason,
      })] : []),
    ];
  });
}

/** The visits that are new. The first is the opening. */
const movedTo = (was: Cycle | undefined, { visits }: Cycle) => visits.slice(was?.visits.length ?? 1);
