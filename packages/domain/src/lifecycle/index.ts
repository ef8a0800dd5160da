export type { KpiBound, LifecycleModel, LifecycleStage, StageBound, StageSignal } from './model.ts';
export { type StageMeasure, stageMeasures, type StageMeasureUnit, stageMeasureUnits } from './measures.ts';
export { type Because, stageOf, type StageStanding, stagesAsEvaluated } from './stage-of.ts';
export { nextModelReview, type StageFlip, stageFlips } from './stage-flips.ts';
export { isStageFact, modelFacts } from './model-facts.ts';
export { prepareModel } from './prepare/prepare-model.ts';
export { shippedModels } from './shipped-models/index.ts';
