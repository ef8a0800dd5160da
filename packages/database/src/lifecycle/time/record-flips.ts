import type { Instant } from '@orbita/domain/calendar';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';
import { notify } from '#inbox';
import { appendEvents } from '#timeline';
import { leadAlarms, ofLeads } from './lead-alarms.queries.ts';
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
    cross join lateral (
      select * from (values ('nextOfferAt', f.next_offer_at), ('alarmAt', f.alarm_at), ('lapsesAt', f.lapses_at)) own(fact, at)
      union ${ofLeads(sql`d.id`)}) v
    where v.at > d.since and v.at <= d.until
    order by v.at, f.customer_id`);
  const alarms = await leadAlarms(em, flips.filter(({ fact }) => fact === 'responseDueAt' || fact === 'nurtureUntil'));
  await notify(em, alarms.map(({ fact, at: _, ...alarm }) => ({ ...alarm, kind: fact === 'nurtureUntil' ? 'NURTURE_ENDED' : 'LEAD_UNANSWERED' })), now);
  await appendEvents(em, flips.map(({ customerId, at, fact }) => {
    const own = alarms.filter((alarm) => alarm.customerId === customerId && alarm.fact === fact && alarm.at === at);
    const told = own.length > 0 ? { leadIds: [...new Set(own.map(({ leadId }) => leadId))], told: [...new Set(own.map(({ userId }) => userId))] } : {};
    return { customerId, type: eventTypes[fact], occurredAt: new Date(at), payload: { fact, ...told } };
  }), theClock, now);
  return flips;
}
