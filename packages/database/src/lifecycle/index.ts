export { LifecycleModel } from './lifecycle-model.entity.ts';
export { activeModels, catalogueFor, catalogueOf, type JudgingModel, ruleCatalogue } from './models.queries.ts';
export { judgeAnew } from './edit/judge-anew.queries.ts';
export { type MoveCount, type MovingCustomer, previewMoves, previewSample, stageByRules, type StageReading } from './edit/preview-model.queries.ts';
export {
  activateLifecycleModel, createLifecycleModel, type CreateLifecycleModelInput, deactivateLifecycleModel, type ModelMeant, updateLifecycleModel,
} from './edit/write-model.ts';
export { type CustomerStagesRow, stageHistory, stagesOfCustomers, type StageVisitRow } from './reads/customer-stages.queries.ts';
export { lifecycleModelById, type LifecycleModelRow, listLifecycleModels } from './reads/lifecycle-model.queries.ts';
export { type StageFigures, stageFigures } from './reads/overview.queries.ts';
export { refreshCustomers, type Refreshing } from './refresh-customers.ts';
export { reviewStages } from './stages/review-stages.ts';
export { shipModels } from './ship-models.ts';
export { judgeNewcomers } from './time/judge-newcomers.ts';
export { lockCustomers } from './time/lock-customers.ts';
export type { Flip } from './time/record-flips.ts';
export { theClock } from './time/the-clock.ts';
export { tick } from './time/tick.ts';
