export {
  type ConsentInput, lawfulBases, type LawfulBasis, lawfulBasisLabels, type PreparedConsent, prepareConsent, type ProcessingPurpose,
  processingPurposeLabels, processingPurposes,
} from './consent.ts';
export { type ErasureReason, erasureReasonLabels, erasureReasons } from './erasure-reason.ts';
export { erasedName } from './erased-name.ts';
export { keptKindLabels, keptValueLabel } from './kept-kinds.ts';
export { lawKeepsUntil } from './law-keeps.ts';
export { latestStatement, mayContact, type Permission, type Reachable, type Statement } from './may-contact.ts';
export { type OpenThings, refuseErasure } from './refuse-erasure.ts';
