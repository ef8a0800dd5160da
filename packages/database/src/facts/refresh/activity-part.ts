import { type RawBuilder, sql } from 'kysely';
import { instant, type Moment } from './moment.ts';

/** `touch`: calls, meetings, e-mails and messages that took place, and tasks that are open. */
export function activityPart({ now }: Moment): RawBuilder<unknown> {
  const contact = sql`a.kind in ('CALL', 'MEETING', 'EMAIL', 'MESSAGE')`;
  const past = sql`${contact} and a.occurred_at <= ${instant(now)}`;
  const open = sql`a.kind = 'TASK' and a.done_at is null`;
  return sql`
    cross join lateral (
      select
        max(a.occurred_at) filter (where ${past}) as last_contact_at,
        max(a.occurred_at) filter (where ${past} and a.direction = 'INBOUND') as last_inbound_at,
        max(a.occurred_at) filter (where ${past} and a.direction = 'OUTBOUND') as last_outbound_at,
        count(*) filter (where ${open}) as open_tasks,
        min(a.due_at) filter (where ${open}) as next_task_due_at,
        min(a.occurred_at) filter (where ${contact} and a.occurred_at > ${instant(now)}) as next_contact_at
      from activity a where a.customer_id = any(m.parts) and a.deleted_at is null
    ) touch`;
}
