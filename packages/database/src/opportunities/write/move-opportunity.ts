import { type Move, moveOpportunity as decideMove } from '@orbita/domain/opportunities';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import type { Opportunity } from '../opportunity.entity.ts';
import { gatedPipelineOf, type OpportunityAt, opportunityToWrite, stateOf, subjectOf } from './opportunity-to-write.queries.ts';
import { opportunityIsClosed } from './closed.ts';
import { overrideOf, type Overriding, toldOverride } from './override.ts';
import { placeCard } from './place-card.queries.ts';
import { tellOpportunity, visitStage } from './record-opportunity.queries.ts';

export interface MoveOpportunity extends OpportunityAt, Overriding {
  /** Key of the stage; the one in which it stands puts the card elsewhere in its column. */
  readonly to: string;
  /** The card of that column below which it is put; on top without one. */
  readonly below?: string | null | undefined;
}

/**
 * Moves an opportunity to another stage, or a card within its column. The gates are asked on the facts as they are
 * while its customer is locked. No fact of the customer depends on the stage, so none is counted anew.
 */
export async function moveOpportunity(em: Em, asked: MoveOpportunity, writing: Writing): Promise<string | Refusal> {
  const found = await opportunityToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const { opportunity } = found;
  if (asked.to === opportunity.stage) return rankOpportunity(em, opportunity, asked, writing);
  const { pipeline, catalogue } = await gatedPipelineOf(em, opportunity);
  const subject = await subjectOf(em, opportunity, pipeline.stages, writing);
  const move = decideMove(stateOf(opportunity), asked.to, pipeline, subject, writing.now.getTime(), { override: overrideOf(asked, writing), catalogue });
  if (isRefused(move)) return move;
  const rank = await placeCard(em, { pipelineId: opportunity.pipelineId, stage: move.to }, opportunity.id, asked.below ?? null);
  if (isRefused(rank)) return rank;
  em.assign(opportunity, { stage: move.to, stageSince: new Date(move.stageSince), rank, updatedAt: writing.now });
  return recordMove(em, opportunity, move, writing);
}

async function recordMove(em: Em, opportunity: Opportunity, { from, to, direction, overridden }: Move, writing: Writing): Promise<string> {
  const { payload, personal } = toldOverride(overridden);
  await tellOpportunity(em, opportunity, {
    type: 'opportunityMoved', payload: { pipelineId: opportunity.pipelineId, from, to, direction, ...payload }, personal,
  }, writing);
  await visitStage(em, opportunity, writing.now, { stage: to, overrideReason: overridden?.reason ?? null });
  return opportunity.id;
}

async function rankOpportunity(em: Em, opportunity: Opportunity, { below }: MoveOpportunity, writing: Writing): Promise<string | Refusal> {
  if (opportunity.status !== 'OPEN') return opportunityIsClosed(opportunity);
  const { pipelineId, stage } = opportunity;
  const rank = await placeCard(em, opportunity, opportunity.id, below ?? null);
  if (isRefused(rank)) return rank;
  em.assign(opportunity, { rank, updatedAt: writing.now });
  await tellOpportunity(em, opportunity, { type: 'opportunityRanked', payload: { pipelineId, stage } }, writing);
  return opportunity.id;
}
