import { isRefused, type Refusal, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { openOpportunity } from '../open-opportunity.ts';
import { Pipeline } from '../opportunity.entity.ts';
import { carriedOn, refuseReopened } from './checks.queries.ts';
import { type OpportunityAt, opportunityToWrite } from './opportunity-to-write.queries.ts';

/**
 * Takes a lost opportunity up again: lost is final, so this opens a new one like it, in a new cycle that follows the
 * lost one, with those who are still there. Answers the new one's id.
 */
export async function reopenOpportunity(em: Em, asked: OpportunityAt, writing: Writing): Promise<string | Refusal> {
  const found = await opportunityToWrite(em, asked, writing, 'create');
  if (isRefused(found)) return found;
  const { opportunity: lost, root } = found;
  if (lost.status !== 'LOST') {
    return refuseBecause('CONFLICT', 'NOT_LOST', { field: 'status' });
  }
  const reopened = await refuseReopened(em, { id: lost.id, root });
  if (reopened) return reopened;
  const kept = await em.count(Pipeline, { id: lost.pipelineId, deletedAt: null });
  return openOpportunity(em, {
    customerId: root, title: lost.title, amount: lost.amount ?? null, currency: lost.currency, lineId: lost.lineId,
    pipelineId: kept > 0 ? lost.pipelineId : undefined, ...await carriedOn(em, lost), source: lost.source ?? null,
    referrerId: lost.referrerId ?? null, qualification: lost.qualification ?? null, reopens: lost.id, keeps: { values: lost.custom, compared: lost.customCompared },
  }, writing);
}
