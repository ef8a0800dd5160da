export { keepBefore, keepMade, keepProductsBefore } from './touched.queries.ts';
export { askUndo, undoImport } from './undo-import.ts';
export { forgetTouched, undoable, type Undone } from './undo-job.queries.ts';
