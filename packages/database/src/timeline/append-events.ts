import { sql } from 'kysely';
import { type Em, newId, rowsOf } from '#connection';

/** Who did it: a person, an import, a play, or the clock. */
export interface Actor {
  readonly kind: 'USER' | 'PARTNER' | 'IMPORT' | 'SYSTEM';
  readonly id: string | null;
  readonly channel: 'WEB' | 'API' | 'COMMAND_LINE' | 'JOB';
  /** The change of many at once, or the import, of which this is a part: each of its events names it. */
  readonly bulkChangeId?: string | undefined;
  readonly importId?: string | undefined;
}

/** One thing that happened. `payload` holds ids and field names; values of personal fields go apart, to be erasable. */
export interface TimelineEvent {
  /** The customer it is about; events about none carry the company's id. */
  readonly customerId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly personal?: Readonly<Record<string, unknown>>;
}

/**
 * Appends events in the writing transaction, numbered per customer without gaps, each with its outbox row.
 * One statement, however many. Call it while the customers are locked, or new.
 */
export async function appendEvents(em: Em, events: readonly TimelineEvent[], actor: Actor, now: Date): Promise<void> {
  if (events.length === 0) return;
  const { bulkChangeId, importId } = actor;
  const partOf = { ...(bulkChangeId ? { bulkChangeId } : {}), ...(importId ? { importId } : {}) };
  const rows = JSON.stringify(events.map((event, ordinal) => ({
    id: newId(),
    ordinal,
    customer_id: event.customerId,
    type: event.type,
    occurred_at: event.occurredAt,
    payload: { ...event.payload, ...partOf },
    personal: event.personal && Object.keys(event.personal).length > 0 ? event.personal : null,
  })));
  const origin = actor.kind === 'IMPORT' ? 'import' : 'live';
  await rowsOf(em, sql`
    with incoming as (
      select *, row_number() over (partition by customer_id order by ordinal) as place
      from jsonb_to_recordset(${rows}::jsonb) as r(
        id uuid, ordinal int, customer_id uuid, type text, occurred_at timestamptz, payload jsonb, personal jsonb)
    ), counted as (
      insert into timeline_counter as c (customer_id, last_no)
      select customer_id, count(*)::int from incoming group by customer_id order by customer_id
      on conflict (customer_id) do update set last_no = c.last_no + excluded.last_no
      returning customer_id, last_no
    ), numbered as (
      select i.*, (c.last_no - count(*) over (partition by i.customer_id) + i.place)::int as no
      from incoming i join counted c using (customer_id)
    ), personal as (
      insert into event_personal (customer_id, event_no, values)
      select customer_id, no, personal from numbered where personal is not null
    ), queued as (
      insert into outbox (customer_id, event_no) select customer_id, no from numbered order by ordinal
    ), woken as (
      select pg_notify('orbita_outbox', '') where current_setting('orbita.tells_itself', true) is distinct from 'on'
    )
    insert into timeline_event
      (customer_id, no, id, type, occurred_at, recorded_at, actor_id, actor_kind, channel, origin, payload)
    select customer_id, no, id, type, occurred_at, ${now.toISOString()}::timestamptz, ${actor.id}::uuid, ${actor.kind},
      ${actor.channel}, ${origin}, payload
    from numbered left join woken on true`);
}
