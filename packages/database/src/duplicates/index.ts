export { askForScan } from './check/ask-for-scan.ts';
export { checkDuplicates, type Checking, type NewScan, startScan } from './check/check-duplicates.queries.ts';
export { countOpenPairs } from './check/compare.queries.ts';
export { checkAtEntry, type EntryCheck } from './check-at-entry.ts';
export { findDuplicates, judgeCandidatesOf, type PossibleDuplicate } from './find-duplicates.queries.ts';
export { type HangingTogether, hangingTogether } from './pairs/hanging-together.queries.ts';
export { dismissDuplicate, reopenDuplicate } from './pairs/decide-pair.ts';
export {
  countDuplicatePairs, type DuplicatePairFilter, duplicatePairById, type DuplicatePairRow, type DuplicatePairState, type DuplicateScanRow,
  latestDuplicateScan, listDuplicatePairs, partnersOf,
} from './pairs/duplicate-pair.queries.ts';
