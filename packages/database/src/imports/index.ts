export { importFiles, type ImportedFiles, type ImportFiles } from './import-files.ts';
export type { Sources } from './file-state.ts';
export { ImportRefused } from './import-refused.ts';
export { type ImportPreview, previewImport } from './preview-import.ts';
export { runImport, type RunOptions } from './run-import.ts';
export { runWaitingImports, type WaitingOptions } from './run-waiting.ts';
export { type ImportSketch, type SaidFormat, sketchImport } from './sketch/index.ts';
export { dropPlan, type SavedPlan, savedPlans, savePlan } from './plans/index.ts';
export { dropFile, forgetOldFiles, type StoredFile, storedFile, storedSource, storeFile } from './stored/index.ts';
export { fileSource, type FileSource } from './files/index.ts';
export { importJob, type ImportJob, type ImportProgress, type ImportStatus, type JobState, problemLines, rowsRead, startImport, writeProblems } from './job/index.ts';
export {
  checkedPlan, countImports, importProblems, type ImportProblemRow, importRow, type ImportRow, listImports, mayImport, resumeImport, startPlannedImport, stopImport,
} from './planned/index.ts';
export { staffNames } from './parties/index.ts';
export { askUndo, forgetTouched, type Undone } from './undo/index.ts';
