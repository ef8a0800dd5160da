import type { Qualification } from '@orbita/domain/leads';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

/** So many numbers of orders, the next of the company's counter. */
export async function nextOrderNumbers(em: Em, count: number): Promise<string[]> {
  if (count === 0) return [];
  const [last] = await rowsOf(em, sql<{ value: string }>`
    insert into counter as c (name, value) values ('order', ${count}) on conflict (name) do update set value = c.value + ${count} returning value`);
  return Array.from({ length: count }, (_, index) => `P${String(Number(last!.value) - count + index + 1).padStart(6, '0')}`);
}

export interface QualifiedLead {
  readonly id: string;
  readonly customerId: string;
  readonly opportunityId: string;
  readonly qualification: Qualification;
  /** UTC milliseconds. */
  readonly at: number;
}

/** Leads that became opportunities; one that an order ended before keeps when. */
export async function qualifyLeads(em: Em, leads: readonly QualifiedLead[], now: Date): Promise<void> {
  if (leads.length === 0) return;
  const rows = leads.map(({ id, customerId, opportunityId, qualification, at }) =>
    ({ id, customer_id: customerId, opportunity_id: opportunityId, qualification, at: new Date(at).toISOString() }));
  await run(em, sql`
    update lead l set status = 'QUALIFIED', opportunity_id = r.opportunity_id, qualification = r.qualification, nurture_until = null,
      ended_at = coalesce(l.ended_at, r.at), version = l.version + 1, updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, customer_id uuid, opportunity_id uuid, qualification jsonb, at timestamptz)
    where l.id = r.id and l.customer_id = r.customer_id`);
}

/** Opportunities whose orders were there before them: the two know each other, and share the order's cycle. */
export async function linkOrders(em: Em, opportunityIds: readonly string[]): Promise<void> {
  if (opportunityIds.length === 0) return;
  await run(em, sql`
    update sales_order s set opportunity_id = o.id, version = s.version + 1 from opportunity o
    where o.id = any(${opportunityIds}::uuid[]) and s.id = o.order_id and s.opportunity_id is null`);
  await run(em, sql`
    update opportunity o set cycle_id = y.id from cycle y where o.id = any(${opportunityIds}::uuid[]) and y.order_id = o.order_id`);
}
