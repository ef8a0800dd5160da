export { type Columns, insertRows } from './insert-rows.queries.ts';
export { failImport, importJob, type ImportJob, type NewImport, saveState, startImport, unfinishedImport } from './job.queries.ts';
export { forgetProblems, lineOf, type Origin, type Problem, problemOf, saveProblems } from './problems.queries.ts';
export { commitBatch, type Company, type ImportProgress, type Run } from './run.ts';
export { addCounts, count, countRefused, countRows, countSkipped, emptyState, type Fate, type FileState, type JobState, type Room, rowsRead, type Tally } from './state.ts';
export { writeProblems } from './write-problems.ts';
