export { RuleCatalogueResolver } from './rule-catalogue.resolver.ts';
