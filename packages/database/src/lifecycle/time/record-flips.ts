import type { Instant } from '@orbita/domain/calendar';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';
import { appendEvents } from '#timeline';
import { theClock } from './the-clock.ts';

/** Something that became true because time passed, with the instant at which it did. */
export interface Flip {
  readonly customerId: string;
  readonly at: Instant;
  readonly fact: keyof typeof eventTypes;
}

/** A stretch of time of one customer in which his stored facts hold: after `since`, up to `until`. */
export interface Stretch {
  readonly id: string;
  readonly since: Instant;
  readonly until: Instant;
}

/** The event that tells of each stored instant when it is reached. */
const eventTypes = {
  nextOfferAt: 'offerDue', alarmAt: 'alarmReached', lapsesAt: 'lapsed', responseDueAt: 'leadUnanswered', nurtureUntil: 'nurtureEnded',
} as const;

/** Tells of locked customers what became true in the stretch, each at its own instant. */
export async function recordFlips(em: Em, stretches: readonly Stretch[], now: Date): Promise<Flip[]> {
  if (stretches.length === 0) return [];
  const rows = stretches.map(({ id, since, until }) => ({ id, since: new Date(since).toISOString(), until: new Date(until).toISOString() }));
  const flips = await rowsOf(em, sql<Flip>`
    select f.customer_id as "customerId", ${milliseconds(sql`v.at`)} as at, v.fact
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) d(id uuid, since timestamptz, until timestamptz)
    join customer_facts f on f.customer_id = d.id
    cross join lateral (values
      ('nextOfferAt', f.next_offer_at), ('alarmAt', f.alarm_at), ('lapsesAt', f.lapses_at),
      ('responseDueAt', f.response_due_at), ('nurtureUntil', f.nurture_until)) v(fact, at)
    where v.at > d.since and v.at <= d.until
    order by v.at, f.customer_id`);
  await appendEvents(em, flips.map(({ customerId, at, fact }) => ({
    customerId, type: eventTypes[fact], occurredAt: new Date(at), payload: { fact } })), theClock, now);
  return flips;
}
