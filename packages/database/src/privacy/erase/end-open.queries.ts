import { isGone } from '@orbita/domain/customers';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import { recordHappened, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import type { Person } from './person.queries.ts';

const reason = 'OTHER';

/**
 * Ends what is going on with somebody who goes: his tasks and leads, and as when he leaves his cycles and opportunities.
 * Whoever is merged into him leaves as he does; in a restored database those may still stand apart, and each leaves.
 */
export async function endOpen(em: Em, { parts }: Person, writing: Writing): Promise<void> {
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
  for (const { id, ...standing } of await standingOf(em, parts)) {
    if (isGone(standing)) continue;
    await run(em, sql`update customer set left_at = ${at}, left_reason = ${reason} where id = ${id}::uuid`);
    await recordHappened(em, {
      customerId: id, rootId: id, type: 'customerLeft', occurredAt: now, payload: { reason }, cycle: { type: 'customerLeft', at: now.getTime(), reason },
    }, writing);
  }
}

/** Those of them who are no part of another of them and with whom something is open, and where each stands. */
const standingOf = (em: Em, parts: readonly string[]) => rowsOf(em, sql<{ id: string; leftAt: number | null; lastOrderAt: number | null; customerSince: number }>`
  select c.id, extract(epoch from c.left_at)::float8 * 1000 as "leftAt", extract(epoch from f.last_order_at)::float8 * 1000 as "lastOrderAt",
    extract(epoch from c.customer_since)::float8 * 1000 as "customerSince"
  from customer c join customer_facts f on f.customer_id = c.id
  where c.id = any(${parts}::uuid[]) and not coalesce(c.merged_into = any(${parts}::uuid[]), false)
    and exists (select from cycle y join customer part on part.id = y.customer_id where c.id in (part.id, part.merged_into) and y.phase <> 'CLOSED')
  order by c.id`);
