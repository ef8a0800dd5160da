import type { Cycle } from '@orbita/domain/cycles';
import { type LossReason, lossReasons } from '@orbita/domain/opportunities';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { TimelineEvent } from '#timeline';
import type { Passage } from './save-cycles.queries.ts';

interface Ended {
  readonly id: string;
  readonly customerId: string;
  readonly pipelineId: string;
  readonly stage: string;
  readonly reason: LossReason;
  readonly closedAt: string;
}

/** An opportunity is lost with its cycle, when the customer leaves without anybody having lost it. Answers what the timeline tells. */
export async function endOpportunities(em: Em, passages: readonly Passage[], now: Date): Promise<TimelineEvent[]> {
  const rows = passages.flatMap(({ before, after }) => after.cycles.filter((cycle) => endsUnsold(cycle)
    && before.state.cycles.find(({ id }) => id === cycle.id)?.phase !== 'CLOSED').map(rowOf));
  if (rows.length === 0) return [];
  const moment = now.toISOString();
  const lost = await rowsOf(em, sql<Ended>`
    with ended as (
      update opportunity o set status = 'LOST', close_reason = r.reason, closed_at = greatest(o.stage_since, r.closed_at), version = o.version + 1, updated_at = ${moment}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, reason text, closed_at timestamptz)
      where o.id = r.id and o.status = 'OPEN' returning o.*
    ), visits as (
      update opportunity_visit v set left_at = e.closed_at from ended e
      where v.opportunity_id = e.id and v.customer_id = e.customer_id and v.left_at is null
    )
    select id, customer_id as "customerId", pipeline_id as "pipelineId", stage, close_reason as reason, closed_at::text as "closedAt" from ended`);
  return lost.map(({ id, customerId, pipelineId, stage, reason, closedAt }) => ({
    customerId, type: 'opportunityLost', occurredAt: new Date(closedAt), payload: { opportunityId: id, pipelineId, from: stage, reason },
  }));
}

const endsUnsold = ({ phase, opportunityId, orderId }: Cycle): boolean => phase === 'CLOSED' && opportunityId !== null && orderId === null;

const rowOf = ({ opportunityId, closeReason, closedAt, openedAt }: Cycle) => ({
  id: opportunityId, closed_at: new Date(closedAt ?? openedAt).toISOString(),
  // Why somebody leaves and why he does not buy have most of their words in common.
  reason: lossReasons.find((reason) => reason === closeReason) ?? 'OTHER',
});
