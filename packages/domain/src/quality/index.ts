export { freshForDays, freshUntil } from './checks/care-checks.ts';
export { isRealName } from './checks/identity-checks.ts';
export { judgeQuality, type QualityJudgement } from './judge-quality.ts';
export type { KnownAddress, KnownCustomer, KnownPoint } from './known-customer.ts';
export {
  type QualityCheck, type QualityDimension, qualityDimensions, type QualityField, qualityFields, qualitySeverities, type QualitySeverity,
} from './quality-check.ts';
export { qualityCheck, qualityChecks } from './quality-checks.ts';
