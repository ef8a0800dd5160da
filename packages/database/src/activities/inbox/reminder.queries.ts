import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

export interface Reminder {
  readonly id: string;
  readonly customerId: string;
  readonly userId: string;
}

const open = sql`
  a.remind_at is not null and a.reminded_at is null and a.done_at is null and a.deleted_at is null
  and coalesce(a.assignee_id, a.author_id) is not null`;

/** Customers with something to be reminded of, the longest waiting first. */
export async function customersToRemind(em: Em, now: Date, most: number): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ customerId: string }>`
    select a.customer_id as "customerId" from activity a
    where ${open} and a.remind_at <= ${now.toISOString()}::timestamptz
    order by a.remind_at limit ${most}`);
  return [...new Set(rows.map((row) => row.customerId))];
}

/** Marks what is due of these customers as reminded and answers it: to one of several that ask at once, and never again. */
export function takeReminders(em: Em, customerIds: readonly string[], now: Date): Promise<Reminder[]> {
  return rowsOf(em, sql<Reminder>`
    update activity a set reminded_at = ${now.toISOString()}::timestamptz
    where ${open} and a.remind_at <= ${now.toISOString()}::timestamptz and a.customer_id = any(${customerIds}::uuid[])
    returning a.id, a.customer_id as "customerId", coalesce(a.assignee_id, a.author_id) as "userId"`);
}
