import { advanceCycles, changesBetween, type Cycle, type CycleEvent, fireTimers } from '@orbita/domain/cycles';
import type { Em } from '#connection';
import { newId } from '#connection';
import { type Actor, appendEvents, type TimelineEvent } from '#timeline';
import { holdCustomers } from './hold-customers.queries.ts';
import { type LoadedCycles, loadCycles } from './load-cycles.queries.ts';
import { holderOf, type Passage, saveCycles } from './save-cycles.queries.ts';

export interface Advancing {
  readonly actor: Actor;
  readonly now: Date;
  readonly zone: string;
  /** Timers due by then fire after the last event; those due by an event's own instant fire before it in any case. */
  readonly timersUntil?: Date | undefined;
}

/**
 * Passes what happened on to the cycles of the customers, in the order given, and writes what came of it with its
 * events. `loaded` is what `loadCycles` read before the rows of what happened were written; the customers, and those
 * who recommended them, are locked. Answers everybody whose facts may have changed.
 */
export async function advanceCustomers(
  em: Em, loaded: ReadonlyMap<string, LoadedCycles>, happened: ReadonlyMap<string, readonly CycleEvent[]>, advancing: Advancing,
): Promise<string[]> {
  const passages: Passage[] = [];
  const forReferrers = new Map<string, CycleEvent[]>();
  for (const [customerId, events] of happened) {
    const before = loaded.get(customerId);
    if (!before) continue;
    const { state, told } = advanceOne(before, events, advancing);
    passages.push({ before, after: state });
    for (const [referrer, some] of told) forReferrers.set(referrer, [...forReferrers.get(referrer) ?? [], ...some]);
  }
  const moved = await tellReferrers(em, passages, forReferrers, advancing);
  await saveCycles(em, moved, advancing.now);
  await appendEvents(em, moved.flatMap(eventsOf), advancing.actor, advancing.now);
  return moved.map(({ before }) => before.state.customerId);
}

function advanceOne({ state: first }: LoadedCycles, events: readonly CycleEvent[], { timersUntil }: Advancing) {
  let state = first;
  const told = new Map<string, CycleEvent[]>();
  for (const event of events) {
    const advance = advanceCycles(state, event, newId);
    state = advance.state;
    if (advance.forReferrer) {
      const { referrerId } = advance.forReferrer;
      told.set(referrerId, [...told.get(referrerId) ?? [], ...advance.forReferrer.events]);
    }
  }
  return { state: timersUntil ? fireTimers(state, timersUntil.getTime()).state : state, told };
}

/** Those who recommended somebody are among the passages, or join them. */
async function tellReferrers(
  em: Em, passages: readonly Passage[], forReferrers: ReadonlyMap<string, readonly CycleEvent[]>, { zone }: Advancing,
): Promise<Passage[]> {
  const byId = new Map(passages.map((passage) => [passage.before.state.customerId, passage]));
  const unseen = [...forReferrers.keys()].filter((id) => !byId.has(id));
  await holdCustomers(em, unseen);
  const others = await loadCycles(em, unseen, zone);
  for (const [id, events] of forReferrers) {
    const other = others.get(id);
    const passage = byId.get(id) ?? (other && { before: other, after: other.state });
    if (!passage) continue;
    const after = events.reduce((state, event) => advanceCycles(state, event, newId).state, passage.after);
    byId.set(id, { ...passage, after });
  }
  return [...byId.values()];
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
