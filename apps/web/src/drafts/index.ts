export { forgetDraftsOf } from './forget-drafts-of.ts';
export { DraftNote } from './draft-note.tsx';
export { type KeptDraft, useKeptDraft } from './use-kept-draft.ts';
