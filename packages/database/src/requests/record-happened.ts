import type { CycleEvent } from '@orbita/domain/cycles';
import type { Em } from '#connection';
import { advanceCustomers, loadCycles } from '#cycles';
import { refreshCustomers } from '#lifecycle';
import { appendEvents } from '#timeline';
import type { Writing } from './writing.ts';

/** Something that happened to a customer, and what his cycles hear of it. */
export interface Happened {
  /** Whose row it is about; his cycles are those of `rootId`, into whom he may have been merged. */
  readonly customerId: string;
  readonly rootId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly payload: Record<string, unknown>;
  readonly personal?: Record<string, unknown>;
  readonly cycle: CycleEvent;
}

/** Saves what was changed, tells the timeline and the cycles of it, and counts everybody anew whom it touched. */
export async function recordHappened(em: Em, { rootId, cycle, ...event }: Happened, { actor, now, company: { zone } }: Writing): Promise<void> {
  // The machine learns of an order, or of its return, from the event: it is read before the rows say so.
  const loaded = await loadCycles(em, [rootId], zone);
  await em.flush();
  await appendEvents(em, [event], actor, now);
  const touched = await advanceCustomers(em, loaded, new Map([[rootId, [cycle]]]), { actor, now, zone });
  await refreshCustomers(em, [...new Set([rootId, ...touched])], { now, zone, actor });
}
