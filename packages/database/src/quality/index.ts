export { askToCheckQuality, leaveQueue, nextToCheck, type Turn } from './ask-to-check.queries.ts';
export { checkNow } from './check-now.queries.ts';
export { knownCustomers, type KnownRow } from './known-customers.queries.ts';
export {
  type FailingCheck, failingChecks, type QualityFigures, qualityFigures, type QualityGroup, type QualityGrouping, qualityGroupings, qualityGroups,
} from './quality-figures.queries.ts';
export { type CustomerQualityRow, qualityColumn } from './quality-of.queries.ts';
export { countQualityQueue, listQualityQueue, type QualityQueueFilter, type QualityQueueRow } from './quality-queue.queries.ts';
export { saveQuality } from './save-quality.queries.ts';
