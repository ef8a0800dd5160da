export { EnrichmentOfCustomerResolver, EnrichmentResolver } from './enrichment.resolver.ts';
