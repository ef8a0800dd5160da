import { type RawBuilder, sql } from 'kysely';
import { instant } from '#facts';

export interface Reading {
  readonly now: Date;
  readonly zone: string;
}

type Fragment = RawBuilder<unknown>;

/** The earliest open task, or meeting to come, of the opportunity `o`. */
export const nextActivityAt = (now: Date): Fragment => sql`(
  select min(case a.kind when 'TASK' then a.due_at else a.occurred_at end) from activity a
  where a.opportunity_id = o.id and a.customer_id = o.customer_id and a.deleted_at is null
    and (a.kind = 'TASK' and a.done_at is null or a.kind = 'MEETING' and a.occurred_at > ${instant(now)}))`;

/** The latest contact about it; notes and tasks are none. */
export const lastActivityAt = (now: Date): Fragment => sql`(
  select max(a.occurred_at) from activity a
  where a.opportunity_id = o.id and a.customer_id = o.customer_id and a.deleted_at is null
    and a.kind not in ('NOTE', 'TASK') and a.occurred_at <= ${instant(now)})`;

const answered = (criterion: string): Fragment => sql`(o.qualification -> ${sql.lit(criterion)} ->> 'answer')`;

/** The facts of `opportunityFacts` of the domain as SQL over the row `o`; undefined for what is no fact of its. */
export function opportunityColumn(key: string, { now, zone }: Reading): Fragment | undefined {
  switch (key) {
    case 'opportunity.status': return sql`o.status`;
    case 'opportunity.stage': return sql`o.stage`;
    case 'opportunity.title': return sql`o.title_key`;
    case 'opportunity.amount': return sql`o.company_amount`;
    case 'opportunity.expectedCloseAt': return sql`(o.expected_close_on::timestamp at time zone ${zone})`;
    case 'opportunity.forecastAt': return sql`(case o.status when 'WON' then o.closed_at when 'OPEN' then o.expected_close_on::timestamp at time zone ${zone} end)`;
    case 'opportunity.openedAt': return sql`o.opened_at`;
    case 'opportunity.stageSince': return sql`o.stage_since`;
    case 'opportunity.lineId': return sql`o.line_id`;
    case 'opportunity.ownerId': return sql`o.owner_id`;
    case 'opportunity.source': return sql`o.source`;
    case 'opportunity.isReferred': return sql`(o.referrer_id is not null)`;
    case 'opportunity.hasContact': return sql`(o.contact_id is not null)`;
    case 'opportunity.hasNextActivity': return sql`(${nextActivityAt(now)} is not null)`;
    case 'opportunity.nextActivityAt': return nextActivityAt(now);
    case 'opportunity.lastActivityAt': return lastActivityAt(now);
    case 'opportunity.need': return answered('need');
    case 'opportunity.budget': return answered('budget');
    case 'opportunity.budgetAmount': return sql`(o.qualification #>> '{budget,amount}')::bigint`;
    case 'opportunity.authority': return answered('authority');
    case 'opportunity.timing': return answered('timing');
    default: return undefined;
  }
}
