import type { Instant } from '#calendar';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import type { Catalogue, Subject } from '#rules';
import type { OpportunityState } from './opportunity.ts';
import { type GateOverride, type Missing, missingForGate, type OverriddenGates, passGates } from './pipeline/gate.ts';
import { type Pipeline, type PipelineStage, placeOf } from './pipeline/pipeline.ts';

/** A move from stage to stage, to be applied and recorded. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly direction: 'FORWARD' | 'BACK';
  readonly probability: number;
  readonly stageSince: Instant;
  /** Set when gates did not hold and somebody passed them with a reason. */
  readonly overridden: OverriddenGates | null;
}

export interface MoveOptions {
  readonly override?: GateOverride | null | undefined;
  /** With the company's custom fields, to tell what is missing. */
  readonly catalogue?: Catalogue | undefined;
}

/**
 * Moves an open opportunity to another stage of its pipeline. Forwards, the gates of the stage left and of every stage
 * skipped must hold; back is free, and the way forward again is through the same gates.
 */
export function moveOpportunity(
  opportunity: OpportunityState, to: string, pipeline: Pipeline, subject: Subject, now: Instant, options: MoveOptions = {},
): Move | Refusal {
  if (opportunity.status !== 'OPEN') return opportunityClosed(opportunity);
  const target = pipeline.stages[placeOf(pipeline, to)];
  if (!target) return refuse('NOT_FOUND', { field: 'to', details: { value: to.slice(0, 60) } });
  if (to === opportunity.stage) return refuseBecause('CONFLICT', 'SAME_STAGE', { field: 'to' });
  const left = stagesLeft(opportunity, pipeline, placeOf(pipeline, to));
  const overridden = passGates(left, subject, now, options.override, options.catalogue);
  if (isRefused(overridden)) return overridden;
  return {
    from: opportunity.stage, to, direction: directionOf(opportunity, pipeline, to), probability: target.probability, stageSince: now, overridden,
  };
}

/** A stage to which an opportunity could go, or won, and what is missing for it; nothing missing, nothing in the way. */
export interface PossibleMove {
  readonly to: string;
  readonly direction: 'FORWARD' | 'BACK' | 'WIN';
  readonly missing: readonly Missing[];
}

/** Where an opportunity could go from here, in the order of the board, winning it last; a closed one nowhere. */
export function allowedMoves(opportunity: OpportunityState, pipeline: Pipeline, subject: Subject, now: Instant): readonly PossibleMove[] {
  if (opportunity.status !== 'OPEN') return [];
  const missingUpTo = (place: number): readonly Missing[] =>
    stagesLeft(opportunity, pipeline, place).flatMap((stage) => missingForGate(stage, subject, now));
  const moves = pipeline.stages.flatMap(({ key }, place): PossibleMove[] =>
    (key === opportunity.stage ? [] : [{ to: key, direction: directionOf(opportunity, pipeline, key), missing: missingUpTo(place) }]));
  return [...moves, { to: 'WON', direction: 'WIN', missing: missingUpTo(pipeline.stages.length) }];
}

/** The stages whose gates lie on the way to a place; from a stage that is no more, all before it. */
export const stagesLeft = ({ stage }: OpportunityState, pipeline: Pipeline, place: number): readonly PipelineStage[] =>
  pipeline.stages.slice(Math.max(0, placeOf(pipeline, stage)), place);

export const opportunityClosed = ({ status }: OpportunityState): Refusal => refuse('OPPORTUNITY_CLOSED', { field: 'status', details: { value: status } });

const directionOf = ({ stage }: OpportunityState, pipeline: Pipeline, to: string): 'FORWARD' | 'BACK' =>
  placeOf(pipeline, to) > placeOf(pipeline, stage) ? 'FORWARD' : 'BACK';
