export { OpportunitiesCard } from './card/lazy-opportunities-card.tsx';
export { opportunitiesSearch, type OpportunitiesSearch } from './opportunities-search.ts';
export { OpportunitiesPage, type OpportunitiesPageProps } from './opportunities-page.tsx';
export { PipelinesPage } from './pipelines/pipelines-page.tsx';
export { searchOpportunities } from './search/search-opportunities.ts';
export { OpportunityPage } from './record/opportunity-page.tsx';
