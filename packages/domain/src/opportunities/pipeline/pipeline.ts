import type { Bilingual } from '#facts';
import type { Rule } from '#rules';

/** A column of the board (fase del embudo). */
export interface PipelineStage {
  /** Unique in its pipeline, and what rules and history call it; it never changes. */
  readonly key: string;
  readonly name: Bilingual;
  /** How likely an opportunity in it is won, whole percent. */
  readonly probability: number;
  /** What must hold to leave it forwards (requisito de salida), over the opportunity's and its customer's facts. */
  readonly gate: Rule;
  /** Days after which an opportunity that stays in it counts as stale; null takes the stage's own rhythm. */
  readonly staleAfterDays: number | null;
}

/** The stages that a chance to sell goes through (embudo), in order; won and lost are its two ends and no stages. */
export interface Pipeline {
  readonly name: Bilingual;
  /** The business line it is for; null for any. */
  readonly lineId: string | null;
  readonly stages: readonly [PipelineStage, ...PipelineStage[]];
}

/** The place of a stage in its pipeline; −1 for one that is no more. */
export const placeOf = (pipeline: Pipeline, key: string): number => pipeline.stages.findIndex((stage) => stage.key === key);
