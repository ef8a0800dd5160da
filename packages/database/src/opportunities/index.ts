export { Opportunity, OpportunityVisit, Pipeline } from './opportunity.entity.ts';
export { type NewOpportunity, openOpportunity } from './open-opportunity.ts';
export { shipPipeline } from './pipelines/ship-pipeline.ts';
