export { type FactualProduct, productCatalogue, productFactCatalogue, productFacts } from './product-facts.ts';
