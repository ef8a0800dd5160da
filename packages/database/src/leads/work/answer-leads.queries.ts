import { workLead } from '@orbita/domain/leads';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { Writing } from '#requests';
import { Lead } from '../lead.entity.ts';
import { columnsOf, recordLead, stateOf } from './lead-to-write.queries.ts';

/** What reached the customer, and when. */
export interface Answer {
  readonly customerId: string;
  readonly activityId: string;
  readonly at: Date;
}

/**
 * Whoever calls, writes to or meets a customer answers what waits for an answer of his: the first-response clock of his
 * leads stops then. The customer is locked.
 */
export async function answerLeads(em: Em, { customerId, activityId, at }: Answer, writing: Writing): Promise<void> {
  const waiting = await rowsOf(em, sql<{ id: string; customerId: string; rootId: string }>`
    select l.id, l.customer_id as "customerId", coalesce(c.merged_into, c.id) as "rootId" from lead l join customer c on c.id = l.customer_id
    where l.customer_id in (select id from customer where id = ${customerId}::uuid or merged_into = ${customerId}::uuid)
      and l.ended_at is null and l.first_response_at is null and l.captured_at <= ${at.toISOString()}::timestamptz
    order by l.captured_at, l.id`);
  for (const { id, customerId: holder, rootId } of waiting) {
    const lead = await em.findOneOrFail(Lead, { id, customerId: holder });
    const worked = workLead(stateOf(lead), 'ANSWERED', at.getTime());
    if (isRefused(worked)) continue;
    Object.assign(lead, columnsOf(worked));
    await recordLead(em, { lead, customer: { id: rootId, ownerId: null, teamId: null, partnerId: null } }, {
      type: 'leadWorked', occurredAt: at, payload: { activityId }, cycle: { type: 'leadWorked', leadId: id, at: at.getTime() },
    }, writing);
  }
}
