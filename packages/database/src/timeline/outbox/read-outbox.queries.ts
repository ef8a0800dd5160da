import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

/** One committed event, as whoever reacts to it gets it. */
export interface OutboxEvent {
  readonly customerId: string;
  readonly no: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly occurredAt: string;
  readonly actorId: string | null;
  /** What came with an import triggers no plays and no webhooks. */
  readonly origin: 'live' | 'import';
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Reacts to events inside the transaction that moves the cursor: what it writes there happens once, anything else at least once. */
export type Handle = (em: Em, events: readonly OutboxEvent[]) => Promise<void>;

interface Cursor {
  readonly from: string;
  /** The end of the window of transactions that is being read, until all of it is read. */
  readonly to: string | null;
  readonly position: string;
}

const atOnce = 500;

/**
 * Hands a reader the events it has not had yet, at most 500 of them, and remembers how far it came; answers how many,
 * and none while another process reads for it. It reads windows of transactions, each ending at the oldest that still
 * runs, so that a late commit is never passed over; within a window by position, which is the order of each customer.
 */
export async function readOutbox(em: Em, reader: string, handle: Handle): Promise<number> {
  if (!(await hasMore(em.fork(), reader))) return 0;
  return em.fork({ clear: true }).transactional(async (inner) => {
    const own = inner as Em;
    const cursor = await takeCursor(own, reader);
    if (!cursor) return 0;
    const to = cursor.to ?? await horizon(own);
    const events = await eventsWithin(own, { ...cursor, to });
    const last = events.length === atOnce ? events.at(-1) : undefined;
    if (events.length > 0) await handle(own, events.map(({ position: _, ...event }) => event));
    await moveCursor(own, reader, last ? { ...cursor, to, position: last.position } : { from: to, to: null, position: '0' });
    return events.length;
  });
}

/** Makes a reader known: it gets everything committed from now on, perhaps something of just before, however long it sleeps. */
export async function joinOutbox(em: Em, reader: string): Promise<void> {
  await run(em.fork(), sql`
    insert into outbox_cursor (reader, read_before, updated_at) values (${reader}, pg_snapshot_xmin(pg_current_snapshot()), now())
    on conflict do nothing`);
}

/** Forgets readers that this version no longer has, for which nothing needs to be kept. */
export function forgetOtherReaders(em: Em, readers: readonly string[]): Promise<number> {
  return run(em.fork(), sql`delete from outbox_cursor where reader <> all(${readers}::text[])`);
}

/** The oldest transaction that still runs: everything before it is decided. */
export async function horizon(em: Em): Promise<string> {
  const [row] = await rowsOf(em, sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`);
  return row!.xmin;
}

// Asked without a lock first, so that idling writes nothing.
async function hasMore(em: Em, reader: string): Promise<boolean> {
  const rows = await rowsOf(em, sql`
    select from outbox_cursor c where c.reader = ${reader} and exists (
      select from outbox o where o.tx >= c.read_before and o.tx < pg_snapshot_xmin(pg_current_snapshot()))`);
  return rows.length > 0;
}

async function takeCursor(em: Em, reader: string): Promise<Cursor | undefined> {
  const [cursor] = await rowsOf(em, sql<Cursor>`
    select read_before::text as "from", reading_to::text as "to", position::text as position
    from outbox_cursor where reader = ${reader} for update skip locked`);
  return cursor;
}

const eventsWithin = (em: Em, { from, to, position }: Cursor): Promise<(OutboxEvent & { position: string })[]> => rowsOf(em, sql<OutboxEvent & { position: string }>`
  select o.position::text as position, e.customer_id as "customerId", e.no, e.id, e.type, e.version,
    e.occurred_at as "occurredAt", e.actor_id as "actorId", e.origin, e.payload
  from outbox o join timeline_event e on e.customer_id = o.customer_id and e.no = o.event_no
  where o.tx >= ${from}::xid8 and o.tx < ${to}::xid8 and o.position > ${position}::bigint
  order by o.position limit ${atOnce}`);

async function moveCursor(em: Em, reader: string, { from, to, position }: Cursor): Promise<void> {
  await run(em, sql`
    update outbox_cursor set read_before = ${from}::xid8, reading_to = ${to}::xid8, position = ${position}::bigint, updated_at = now()
    where reader = ${reader}`);
}
