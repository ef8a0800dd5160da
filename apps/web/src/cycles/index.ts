export { churnReasonWord, originWord, outcomeWord, phaseWord } from './cycle-words.ts';
export { CustomerCycles } from './record/lazy-customer-cycles.tsx';
export { FunnelPage } from './funnel/funnel-page.tsx';
export { funnelSearch } from './funnel/funnel-search.ts';
