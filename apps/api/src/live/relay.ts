import { inboxTopicsOf } from '@orbita/database/activities';
import { rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { sql } from 'kysely';
import { listenToOutbox } from './listen.ts';
import type { LivePubSub } from './pub-sub.ts';

interface Row {
  readonly customer_id: string;
  readonly event_no: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface RelayOptions {
  readonly onProblem: (error: unknown) => void;
  readonly onDelivered?: (events: number) => void;
}

const everyMilliseconds = 1000;
const notMoreOftenThan = 25;

/**
 * Reads what was committed, in this process, for whoever listens here. A reading takes the transactions between the
 * oldest one that ran at the reading before and the oldest that runs now: none is left out however late it commits,
 * and none is read twice.
 */
export async function startRelay(database: Database, pubSub: LivePubSub, options: RelayOptions): Promise<{ close(): Promise<void> }> {
  let from = await horizon(database);
  let over = false;
  let reading: Promise<void> | undefined;
  let again = false;
  const read = async () => {
    const to = await horizon(database);
    if (to === from) return;
    const rows = pubSub.listeners === 0 ? [] : await committed(database, from, to);
    from = to;
    for (const { customer_id, event_no, payload } of rows) {
      const change = { customerId: customer_id, eventNo: event_no };
      for (const topic of [`customer:${customer_id}`, ...inboxTopicsOf({ payload })]) pubSub.publish(topic, change);
    }
    if (rows.length > 0) options.onDelivered?.(rows.length);
  };
  const wake = () => {
    if (over) return;
    again = true;
    reading ??= (async () => {
      while (again && !over) {
        again = false;
        await read().catch(options.onProblem);
        await new Promise((resolve) => { setTimeout(resolve, notMoreOftenThan); });
      }
    })().finally(() => { reading = undefined; });
  };
  const ears = await listenToOutbox(database, wake);
  const timer = setInterval(wake, everyMilliseconds);
  return {
    close: async () => {
      over = true;
      clearInterval(timer);
      await ears.close().catch(() => undefined);
      await reading;
    },
  };
}

async function horizon({ em }: Database): Promise<string> {
  const [row] = await rowsOf(em.fork(), sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`);
  return row!.xmin;
}

const committed = ({ em }: Database, from: string, to: string): Promise<Row[]> => rowsOf(em.fork(), sql<Row>`
  select o.customer_id, o.event_no, e.payload
  from outbox o join timeline_event e on e.customer_id = o.customer_id and e.no = o.event_no
  where o.tx >= ${from}::xid8 and o.tx < ${to}::xid8 order by o.position`);
