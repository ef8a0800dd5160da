import type { Instant } from '@orbita/domain/calendar';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { type Actor, appendEvents } from '#timeline';
import { instant, milliseconds, type Moment } from '../refresh/moment.ts';
import { refreshFacts } from '../refresh/refresh-facts.ts';

/** Something that became true because time passed, with the instant at which it did. */
export interface Flip {
  readonly customerId: string;
  readonly at: Instant;
  readonly fact: keyof typeof eventTypes;
}

/** The event that tells of each stored instant when it is reached. */
const eventTypes = { nextOfferAt: 'offerDue', alarmAt: 'alarmReached', lapsesAt: 'lapsed' } as const;

const theClock: Actor = { kind: 'SYSTEM', id: null, channel: 'JOB' };

/**
 * Reviews the customers for whom time alone may have changed something, at most `limit`, in a transaction of its own:
 * refreshes them, records what became true since they were last reviewed and answers both. Run late, it records the
 * same instants; run twice, or by two processes at once, it records nothing twice. Call again while it fills the limit.
 */
export async function tick(
  em: Em, { limit = 500, ...moment }: Moment & { limit?: number },
): Promise<{ customerIds: string[]; flips: Flip[] }> {
  return em.fork({ clear: true }).transactional(async (inner) => {
    const due = await takeDue(inner as Em, moment.now, limit);
    const customerIds = due.map(({ id }) => id);
    if (customerIds.length === 0) return { customerIds, flips: [] };
    await refreshFacts(inner as Em, customerIds, moment);
    const flips = await flipsSince(inner as Em, due, moment.now);
    const events = flips.map(({ customerId, at, fact }) => ({
      customerId, type: eventTypes[fact], occurredAt: new Date(at), payload: { fact } }));
    await appendEvents(inner as Em, events, theClock, moment.now);
    return { customerIds, flips };
  });
}

interface Due {
  readonly id: string;
  /** Up to when what became true has been told. */
  readonly since: string;
}

/** Takes due rows that nobody else has taken and marks them as reviewed up to now. */
const takeDue = (em: Em, now: Date, limit: number): Promise<Due[]> => rowsOf(em, sql<Due>`
  with due as (
    select customer_id, reviewed_at from customer_facts
    where next_review_at <= ${instant(now)} order by next_review_at limit ${limit} for update skip locked
  )
  update customer_facts f set reviewed_at = ${instant(now)} from due where f.customer_id = due.customer_id
  returning f.customer_id as id, due.reviewed_at::text as since`);

const flipsSince = (em: Em, due: readonly Due[], now: Date): Promise<Flip[]> => rowsOf(em, sql<Flip>`
  select f.customer_id as "customerId", ${milliseconds(sql`v.at`)} as at, v.fact
  from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) d(id uuid, since timestamptz)
  join customer_facts f on f.customer_id = d.id
  cross join lateral (values
    ('nextOfferAt', f.next_offer_at), ('alarmAt', f.alarm_at), ('lapsesAt', f.lapses_at)) v(fact, at)
  where v.at > d.since and v.at <= ${instant(now)}
  order by v.at, f.customer_id`);
