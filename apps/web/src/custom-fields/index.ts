export { CustomFieldsPage } from './settings/lazy-page.tsx';
export { definitionOf, loadFields } from './load-fields.ts';
export { useCustomFields } from './use-custom-fields.ts';
export { type CustomDraft, type CustomDrafts, draftOf, filledInputs, inputOf, isEmpty, noDraft, typedNumber } from './value/custom-draft.ts';
export { isStrange, strangeAmong } from './value/strange-draft.ts';
export { CustomValueText } from './value/custom-value-text.tsx';
export { ownColumns } from './value/own-columns.tsx';
export { CustomValueField, OwnFields } from './value/lazy-field.tsx';
