export { Opportunity, OpportunityVisit, Pipeline } from './opportunity.entity.ts';
