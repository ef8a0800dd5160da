export { dropStaging, type GroupedRow, groupStaged, makeStaging, stage, stagedBatch, stagedCount, type StagedRow } from './staging.queries.ts';
