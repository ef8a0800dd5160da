import { type RawBuilder, sql } from 'kysely';
import { instant, type Moment } from './moment.ts';

/** Calls, meetings, e-mails and messages that took place, and tasks that are open: rows `touch`, one a customer. */
export function activityPart({ now }: Moment): RawBuilder<unknown> {
  const contact = sql`a.kind in ('CALL', 'MEETING', 'EMAIL', 'MESSAGE')`;
  const past = sql`${contact} and a.occurred_at <= ${instant(now)}`;
  const open = sql`a.kind = 'TASK' and a.done_at is null`;
  return sql`
    touch as (
      select m.customer_id,
        max(a.occurred_at) filter (where ${past}) as last_contact_at,
        max(a.occurred_at) filter (where ${past} and a.direction = 'INBOUND') as last_inbound_at,
        max(a.occurred_at) filter (where ${past} and a.direction = 'OUTBOUND') as last_outbound_at,
        count(*) filter (where ${open}) as open_tasks,
        min(a.due_at) filter (where ${open}) as next_task_due_at,
        min(a.occurred_at) filter (where ${contact} and a.occurred_at > ${instant(now)}) as next_contact_at
      from member m join activity a on a.customer_id = m.part_id
      where a.deleted_at is null
      group by 1
    )`;
}
