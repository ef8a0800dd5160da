export {
  type OpportunityAmounts, type OpportunityState, type OpportunityStatus, opportunityStatuses, opportunityStatusLabels, type PreparedOpportunity,
} from './opportunity.ts';
export { type AmountInput, opportunityAmounts, type OpportunityCompany, type OpportunityInput, prepareOpportunity } from './prepare-opportunity.ts';
export { type FactualOpportunity, opportunityCatalogue, opportunityFactCatalogue, opportunityFacts } from './opportunity-facts.ts';
export { type Pipeline, type PipelineStage } from './pipeline/pipeline.ts';
export { type PipelineInput, type PipelineStageInput, preparePipeline } from './pipeline/prepare-pipeline.ts';
export { defaultPipeline } from './pipeline/default-pipeline.ts';
export { type GateOverride, mayOverrideGates, type Missing, missingForGate, type OverriddenGates } from './pipeline/gate.ts';
export { isStale, type PipelineRhythm, staleAt } from './pipeline/stale.ts';
export { allowedMoves, type Move, moveOpportunity, type MoveOptions, type PossibleMove } from './move-opportunity.ts';
export { type LossReason, lossReasonLabels, lossReasons, type WinReason, winReasonLabels, winReasons } from './closing/reasons.ts';
export { type Win, type WinInput, winOpportunity } from './closing/win-opportunity.ts';
export { type Loss, type LossInput, loseOpportunity } from './closing/lose-opportunity.ts';
export { longestRank, type Rank, rankBetween, ranksBetween } from './rank.ts';
export { committedFrom, type Forecast, type ForecastFigures, type ForecastMonth, type ForecastOpportunity, weigh, weightedForecast } from './forecast.ts';
export { committedOnes, inForecastMonth, inWholeForecast } from './forecast-rules.ts';
export { withRequiredFields } from './pipeline/required-fields.ts';
