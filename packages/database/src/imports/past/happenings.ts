import type { CycleEvent } from '@orbita/domain/cycles';
import type { TimelineEvent } from '#timeline';

/** What happened to the customers of a batch, as the timeline tells it and as their cycles hear it. */
export class Happenings {
  readonly events: TimelineEvent[] = [];
  readonly #cycles = new Map<string, CycleEvent[]>();
  readonly #firsts = new Map<string, number>();
  readonly #importId: string;

  constructor(importId: string) {
    this.#importId = importId;
  }

  told(customerId: string, type: string, at: number, payload: Readonly<Record<string, unknown>>, personal: Readonly<Record<string, unknown>> = {}): void {
    this.events.push({ customerId, type, occurredAt: new Date(at), payload: { ...payload, importId: this.#importId }, personal });
  }

  /** Since when he is a customer at least. */
  began(rootId: string, at: number): void {
    this.#firsts.set(rootId, Math.min(at, this.#firsts.get(rootId) ?? Infinity));
  }

  /** `rootId` is the customer whose cycles move. */
  heard(rootId: string, event: CycleEvent): void {
    const heard = this.#cycles.get(rootId);
    if (heard) heard.push(event);
    else this.#cycles.set(rootId, [event]);
  }

  /** What cycles hear, each customer's by its time; what happened at one moment as it was told. */
  get cycles(): ReadonlyMap<string, readonly CycleEvent[]> {
    return new Map([...this.#cycles].map(([id, events]) => [id, events.toSorted((a, b) => a.at - b.at)]));
  }

  /** When the first of it happened to each customer, UTC milliseconds. */
  get firsts(): ReadonlyMap<string, number> {
    return this.#firsts;
  }
}
