import { isGone } from '@orbita/domain/customers';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import { recordHappened, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import type { Person } from './person.queries.ts';

const reason = 'OTHER';

/** Ends what is going on with somebody who goes: his tasks and leads, and as when he leaves his cycles and opportunities. */
export async function endOpen(em: Em, { id, parts }: Person, writing: Writing): Promise<void> {
  const { now, actor } = writing;
  const at = sql`${now.toISOString()}::timestamptz`;
  await run(em, sql`
    update activity set deleted_at = ${at}, version = version + 1, updated_at = ${at}
    where customer_id = any(${parts}::uuid[]) and kind = 'TASK' and done_at is null and deleted_at is null`);
  const leads = await rowsOf(em, sql<{ id: string; customerId: string }>`
    update lead set status = 'DISQUALIFIED', disqualified_reason = ${reason}, ended_at = ${at}, nurture_until = null, version = version + 1, updated_at = ${at}
    where customer_id = any(${parts}::uuid[]) and ended_at is null returning id, customer_id as "customerId"`);
  await appendEvents(em, leads.map((lead) => ({
    customerId: lead.customerId, type: 'leadDisqualified', occurredAt: now, payload: { leadId: lead.id, reason },
  })), actor, now);
  const [standing] = await rowsOf(em, sql<{ open: boolean; leftAt: number | null; lastOrderAt: number | null; customerSince: number }>`
    select exists (select from cycle y where y.customer_id = any(${parts}::uuid[]) and y.phase <> 'CLOSED') as open,
      extract(epoch from c.left_at)::float8 * 1000 as "leftAt", extract(epoch from f.last_order_at)::float8 * 1000 as "lastOrderAt",
      extract(epoch from c.customer_since)::float8 * 1000 as "customerSince"
    from customer c join customer_facts f on f.customer_id = c.id where c.id = ${id}::uuid`);
  if (!standing?.open || isGone(standing)) return;
  await run(em, sql`update customer set left_at = ${at}, left_reason = ${reason} where id = ${id}::uuid`);
  await recordHappened(em, {
    customerId: id, rootId: id, type: 'customerLeft', occurredAt: now, payload: { reason }, cycle: { type: 'customerLeft', at: now.getTime(), reason },
  }, writing);
}
