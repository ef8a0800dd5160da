export type { BoundDated, DatedRoom, PlacingDated, ReadingDated } from './dated-room.ts';
export type { FlatRoom, Outcome, Placing, Reading } from './flat-room.ts';
export { makeImportSchema } from './import-schema.queries.ts';
export {
  failImport, importJob, type ImportJob, type ImportStatus, type NewImport, saveState, startImport, stopAsked, takeImport, unfinishedImport,
} from './job.queries.ts';
export { forgetProblems, type Origin, type Problem, problemOf, saveProblems, toldOf } from './problems.queries.ts';
export { commitBatch, type Company, type Ground, groundOf, type ImportProgress, type Run } from './run.ts';
export { forgetMet, meet } from './seen.queries.ts';
export { addCounts, count, countKept, countRefused, countRows, countSkipped, emptyState, type Fate, type FileState, type JobState, rowsRead, type Tally } from './state.ts';
export { problemLines, writeProblems } from './write-problems.ts';
