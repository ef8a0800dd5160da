export { importFiles, type ImportedFiles, type ImportFiles } from './import-files.ts';
export type { Sources } from './file-state.ts';
export { ImportRefused } from './import-refused.ts';
export { runImport, type RunOptions } from './run-import.ts';
export { fileSource, type FileSource } from './files/index.ts';
export { importJob, type ImportJob, type ImportProgress, type JobState, rowsRead, startImport, writeProblems } from './job/index.ts';
