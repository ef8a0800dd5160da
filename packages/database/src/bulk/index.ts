export type { BulkFilter, BulkTargets } from './bulk-acts.ts';
export {
  bulkChangeById, type BulkChangeRow, type BulkOutcome, bulkOutcomes, type BulkRow, bulkRows, type BulkScope, bulkScopes, type BulkStatus, isUndoable, listBulkChanges,
  type RefusalCount,
} from './bulk-change.queries.ts';
export { cancelBulkChange, undoBulkChange } from './end-bulk-change.queries.ts';
export { forgetBulkRows } from './forget-bulk-rows.queries.ts';
export { type BulkPreview, previewBulkChange } from './preview-bulk-change.ts';
export { runBulkChanges } from './run/run-bulk-changes.ts';
export { type Step, takeStep } from './run/step.queries.ts';
export { type NewBulkChange, startBulkChange } from './start-bulk-change.queries.ts';
