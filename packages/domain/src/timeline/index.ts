export { auditCatalogue, auditFactCatalogue, auditFacts, type FactualEvent } from './audit-facts.ts';
export { type EventGroup, eventGroupLabels, eventGroups, groupOfEvent } from './event-groups.ts';
