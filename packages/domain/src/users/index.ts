export { type FactualUser, roleLabels, userCatalogue, userFactCatalogue, userFacts } from './user-facts.ts';
