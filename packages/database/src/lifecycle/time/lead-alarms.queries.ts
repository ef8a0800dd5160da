import type { Instant } from '@orbita/domain/calendar';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds, partsOf } from '#facts';

/** An instant of a customer that has been reached. */
interface Reached {
  readonly customerId: string;
  readonly at: Instant;
  readonly fact: string;
}

/** Who must hear that a lead waits for its answer too long, or has rested enough. */
export interface LeadAlarm extends Reached {
  readonly leadId: string;
  readonly userId: string;
}

/** When each open lead of a customer waits too long, or has rested enough: `fact`, `at`. */
export const ofLeads = (customerId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select due.fact, due.at from lead l
  cross join lateral (values
    ('responseDueAt', case when l.first_response_at is null then l.response_due_at end),
    ('nurtureUntil', case when l.status = 'RECYCLED' then l.nurture_until end)) due(fact, at)
  where l.ended_at is null and l.customer_id = any(${partsOf(customerId)})`;

/**
 * The leads that these instants are about, each with its owner; of one that nobody owns hear the managers of the
 * customer's team, else all managers, else the administrators.
 */
export async function leadAlarms(em: Em, flips: readonly Reached[]): Promise<LeadAlarm[]> {
  if (flips.length === 0) return [];
  return rowsOf(em, sql<LeadAlarm>`
    select d."customerId", ${milliseconds(sql`d.at`)} as at, d.fact, l.id as "leadId", who.id as "userId"
    from jsonb_to_recordset(${JSON.stringify(flips.map((flip) => ({ ...flip, at: new Date(flip.at).toISOString() })))}::jsonb)
      d("customerId" uuid, at timestamptz, fact text)
    join customer root on root.id = d."customerId"
    join lead l on l.ended_at is null and l.customer_id in (select c.id from customer c where c.id = root.id or c.merged_into = root.id)
      and case d.fact when 'responseDueAt' then l.response_due_at = d.at and l.first_response_at is null
        else l.status = 'RECYCLED' and l.nurture_until = d.at end
    cross join lateral (
      select u.id from app_user u where u.active and u.id = l.owner_id
      union all
      select led.id from (
        select u.id, rank() over (order by (u.role = 'manager' and u.team_id = root.team_id) desc nulls last, (u.role = 'manager') desc) as place
        from app_user u where u.active and u.role in ('manager', 'administrator')) led
      where led.place = 1 and not exists (select from app_user o where o.id = l.owner_id and o.active)) who
    order by d.at, l.id, who.id`);
}
