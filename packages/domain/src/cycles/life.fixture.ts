import { advanceCycles, type CustomerCycles, customerCycles, type Cycle, type CycleEvent, fireTimers, type IgnoredCode } from './index.ts';

/** Some customers, what was recorded of each, and timers that fire when the clock is looked at. */
export interface World {
  /** Applies an event, tells the referrer, records all of it; answers why it was ignored. */
  readonly tell: (customerId: string, event: CycleEvent) => IgnoredCode | null;
  readonly tick: (now: number) => void;
  readonly state: (customerId: string) => CustomerCycles;
  readonly record: (customerId: string) => readonly CycleEvent[];
}

/** A world without anybody; ids count up, customer by customer. */
export function newWorld(): World {
  const states = new Map<string, CustomerCycles>();
  const records = new Map<string, CycleEvent[]>();
  const state = (customerId: string): CustomerCycles => states.get(customerId) ?? customerCycles({ customerId, timeZone: 'UTC' });
  const record = (customerId: string): CycleEvent[] => {
    const found = records.get(customerId) ?? [];
    records.set(customerId, found);
    return found;
  };
  const tell = (customerId: string, event: CycleEvent): IgnoredCode | null => {
    const { state: after, ignored, fired, forReferrer } = advanceCycles(state(customerId), event, idsAfter(state(customerId)));
    states.set(customerId, after);
    record(customerId).push(...fired, event);
    for (const told of forReferrer?.events ?? []) tell(forReferrer?.referrerId ?? '', told);
    return ignored;
  };
  const tick = (now: number): void => {
    for (const customerId of states.keys()) {
      const { state: after, fired } = fireTimers(state(customerId), now);
      states.set(customerId, after);
      record(customerId).push(...fired);
    }
  };
  return { tell, tick, state, record };
}

/** The next id of a customer's cycles. */
export const idsAfter = ({ customerId, cycles }: CustomerCycles) => (): string =>
  `${customerId}-${String(cycles.length + 1).padStart(4, '0')}`;

/** Ten o'clock of a day, UTC. */
export const at = (date: string): number => Date.parse(`${date}T10:00:00Z`);

export const date = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString().slice(0, 10));

/** A cycle in short: `L1 NEW DELIVERY`, `L1 NEW LOST in QUOTATION`. */
export const inShort = ({ lineId, origin, phase, outcome, lostInPhase }: Cycle): string =>
  `${lineId} ${origin} ${outcome === null ? phase : outcome + (lostInPhase ? ` in ${lostInPhase}` : '')}`;

type Without<Event, Keys extends string> = Event extends unknown ? Omit<Event, Keys> : never;

/** One customer's life, told day by day. */
export function newLife(world: World = newWorld(), customerId = 'A') {
  return {
    world,
    /** On a day, something happens. */
    on: (day: string, event: Without<CycleEvent, 'at'>): IgnoredCode | null => world.tell(customerId, { ...event, at: at(day) } as CycleEvent),
    /** His cycles on a day, in order of opening, after what happened on it. */
    cycles: (day: string): readonly Cycle[] => {
      world.tick(at(day));
      return world.state(customerId).cycles.toSorted((a, b) => a.openedAt - b.openedAt);
    },
    state: () => world.state(customerId),
  };
}

export const lead = (leadId: string, referredBy: string | null = null) => ({ type: 'leadCaptured', leadId, lineId: 'L1', referredBy }) as const;

export const worked = (leadId: string) => ({ type: 'leadWorked', leadId }) as const;

export const qualified = (leadId: string, opportunityId: string) => ({ type: 'leadQualified', leadId, opportunityId }) as const;

export const quote = (quoteId: string, opportunityId: string) => ({ type: 'quoteSent', quoteId, opportunityId }) as const;

/** A spot order in L1 that nobody tracks, unless said. */
export const order = (orderId: string, more: Partial<Extract<CycleEvent, { type: 'orderPlaced' }>> = {}) =>
  ({ type: 'orderPlaced', orderId, lineId: 'L1', tracked: false, ...more }) as const;

export const delivered = (orderId: string, complete = true, late = false) => ({ type: 'deliveryMade', orderId, complete, late }) as const;

export const paid = (orderId: string, settled = true) => ({ type: 'paymentReceived', orderId, settled }) as const;
