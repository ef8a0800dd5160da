export {
  type BulkChange, type BulkKind, bulkKinds, type BulkSubject, bulkSubjects, type BulkValue, type BulkValues, type BulkVerb, bulkVerbs,
} from './bulk-change.ts';
export { prepareBulkChange } from './prepare-bulk-change.ts';
export { takenBack, type Written } from './taken-back.ts';
