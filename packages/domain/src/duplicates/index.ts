export { blockingKeys } from './keys/blocking-keys.ts';
export { draftProfile } from './draft-profile.ts';
export {
  type DuplicateJudgement, type DuplicateVerdict, duplicateVerdicts, judgeDuplicate, likelyFrom, veryLikelyFrom,
} from './judge-duplicate.ts';
export { type Profile, profileOf, type ProfilePlace } from './profile.ts';
export { type DuplicateReason, type DuplicateReasonKind, duplicateReasonKinds, duplicateReasonLabels, tellReasons } from './reason.ts';
