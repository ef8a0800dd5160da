import type { Database } from '@orbita/database/database';
import { inboxTopicsOf } from '@orbita/database/inbox';
import { leadTopicsOf } from '@orbita/database/leads';
import { committedBetween, horizon } from '@orbita/database/timeline';
import { boardTopicsOf } from '@orbita/database/opportunities';
import type { LivePubSub } from './pub-sub.ts';
import { readWhenWritten } from './wake.ts';

export interface RelayOptions {
  readonly onProblem: (error: unknown) => void;
  readonly onDelivered?: (events: number) => void;
}

/**
 * Reads what was committed, in this process, for whoever listens here. A reading takes the transactions between the
 * oldest one that ran at the reading before and the oldest that runs now: none is left out however late it commits,
 * and none is read twice.
 */
export async function startRelay(database: Database, pubSub: LivePubSub, options: RelayOptions): Promise<{ close(): Promise<void> }> {
  let from = await horizon(database.em.fork());
  const read = async () => {
    const to = await horizon(database.em.fork());
    if (to === from) return;
    const events = pubSub.listeners === 0 ? [] : await committedBetween(database.em.fork(), from, to);
    from = to;
    // Of these one word is enough however much happened: a file brings thousands in one transaction.
    const once = new Map<string, object>();
    for (const { customerId, rootId, eventNo, payload } of events) {
      const change = { customerId, eventNo, opportunityId: payload['opportunityId'] };
      const shownTo = new Set([customerId, rootId, ...(typeof payload['mergedId'] === 'string' ? [payload['mergedId']] : [])]);
      for (const topic of [...[...shownTo].map((id) => `customer:${id}`), ...boardTopicsOf({ payload })]) pubSub.publish(topic, change);
      for (const topic of [...inboxTopicsOf({ payload }), ...leadTopicsOf({ payload })]) once.set(topic, change);
    }
    for (const [topic, change] of once) pubSub.publish(topic, change);
    if (events.length > 0) options.onDelivered?.(events.length);
  };
  return readWhenWritten(database, read, options.onProblem);
}
