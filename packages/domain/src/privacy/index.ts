export { type ErasureReason, erasureReasonLabels, erasureReasons } from './erasure-reason.ts';
export { erasedName } from './erased-name.ts';
export { type OpenThings, refuseErasure } from './refuse-erasure.ts';
