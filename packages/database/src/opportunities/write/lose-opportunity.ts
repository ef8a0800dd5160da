import { loseOpportunity as decideLoss, type LossInput } from '@orbita/domain/opportunities';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { loadCycles } from '#cycles';
import type { Writing } from '#requests';
import { type OpportunityAt, opportunityToWrite, stateOf } from './opportunity-to-write.queries.ts';
import { advanceOpportunity, tellOpportunity, visitStage } from './record-opportunity.queries.ts';

export interface LoseOpportunity extends OpportunityAt, LossInput {}

/** Loses an opportunity for a reason; its cycle ends with it. */
export async function loseOpportunity(em: Em, asked: LoseOpportunity, writing: Writing): Promise<string | Refusal> {
  const found = await opportunityToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const { opportunity, root } = found;
  const loss = decideLoss(stateOf(opportunity), asked, writing.now.getTime());
  if (isRefused(loss)) return loss;
  const loaded = await loadCycles(em, [root], writing.company.zone);
  const { from, reason, note, competitor } = loss;
  em.assign(opportunity, {
    status: 'LOST', closedAt: new Date(loss.closedAt), closeReason: reason, closeNote: note, competitor, updatedAt: writing.now,
  });
  await tellOpportunity(em, opportunity, {
    type: 'opportunityLost', payload: { pipelineId: opportunity.pipelineId, from, reason },
    personal: { ...(note ? { note } : {}), ...(competitor ? { competitor } : {}) },
  }, writing);
  await visitStage(em, opportunity, writing.now);
  await advanceOpportunity(em, loaded, root, { type: 'opportunityLost', opportunityId: opportunity.id, at: loss.closedAt, reason }, writing);
  return opportunity.id;
}
