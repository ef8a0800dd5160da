export { BoardResolver } from './board.resolver.ts';
export { LiveBoardResolver } from './live-board.resolver.ts';
export { OpportunityFieldsResolver } from './opportunity-fields.resolver.ts';
export { opportunityReader } from './opportunity-readers.ts';
export { CustomerOpportunitiesResolver, OpportunityConnectionResolver, OpportunityResolver } from './opportunity.resolver.ts';
export { LossReasonEnum, OpportunityStatusEnum, OpportunityType } from './opportunity.type.ts';
export { PipelineResolver, PipelineStageResolver } from './pipeline.resolver.ts';
export { WriteOpportunityResolver } from './write-opportunity.resolver.ts';
