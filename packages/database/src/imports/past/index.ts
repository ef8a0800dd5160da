export { cyclesBefore, followUp, recount } from './follow-up.ts';
export { firstOf, sameAgain } from './first-of.ts';
export { Happenings } from './happenings.ts';
export { type KnownLead, knownLeads, knownOpportunities, type KnownOpportunity, type KnownPipeline, pipelinesInOrder } from './known.queries.ts';
export { type Act, type Doing, doingNothing, meetAgain } from './meet-again.ts';
export { OpportunityRows } from './opportunity-rows.queries.ts';
export { pipelineFor } from './pipeline-for.ts';
export { referenceOf } from './reference-of.ts';
