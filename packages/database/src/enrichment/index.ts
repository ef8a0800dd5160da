export { acceptMany, type AcceptedMany } from './accept-many.ts';
export { checkCustomers, type Checking } from './check-customers.ts';
export { decideProposal } from './decide-proposal.ts';
export {
  enrichmentProposalById, type EnrichmentProposalRow, type OpenEnrichment, openEnrichments, openProposalsOf, proposalsColumn, takesCertain,
} from './enrichment.queries.ts';
export { takeCertainEnrichment } from './take-certain.ts';
