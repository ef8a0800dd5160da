export { boardTopicsOf } from './board-topics.ts';
export { Opportunity, OpportunityVisit, Pipeline } from './opportunity.entity.ts';
export { type NewOpportunity, openOpportunity } from './open-opportunity.ts';
export { listPipelines, type PipelineRow, pipelinesByIds, rhythmsOf } from './pipelines/pipeline.queries.ts';
export { shipPipeline } from './pipelines/ship-pipeline.ts';
export { createPipeline, deletePipeline, type PipelineAt, type PipelinePatch, updatePipeline } from './pipelines/write-pipeline.queries.ts';
export { type BoardColumnRow, boardCards, boardColumns, type BoardFilter, boardFirstCards } from './read/board.queries.ts';
export { forecastByMonth, type ForecastRow } from './read/forecast.queries.ts';
export type { Reading } from './read/opportunity-facts.queries.ts';
export {
  countOpportunities, listOpportunities, namedOpportunities, type OpportunityFilter, type OpportunityPage, type OpportunityTotals,
  sumOpportunities,
} from './read/opportunity-list.queries.ts';
export { opportunityOrders } from './read/order-of-list.queries.ts';
export { opportunitiesByIds, opportunityById, opportunityOfEvent, type OpportunityRow, type OpportunitySelection, type VisitRow } from './read/opportunity.queries.ts';
export { opportunitySource, opportunityVisible } from './read/source.queries.ts';
export { type ReadByGates, readByGates, subjectsOf } from './read/subjects.queries.ts';
export { carriedOn } from './write/checks.queries.ts';
export { type LoseOpportunity, loseOpportunity } from './write/lose-opportunity.ts';
export { type MoveOpportunity, moveOpportunity } from './write/move-opportunity.ts';
export type { OpportunityAt } from './write/opportunity-to-write.queries.ts';
export { joinCycles, takeOrdersAmounts } from './write/record-opportunity.queries.ts';
export { toldOverride } from './write/override.ts';
export { ranksOnTop } from './write/place-card.queries.ts';
export { reopenOpportunity } from './write/reopen-opportunity.ts';
export { type OpportunityPatch, updateOpportunity } from './write/update-opportunity.ts';
export { type WinOpportunity, winOpportunity } from './write/win-opportunity.ts';
