export { RuleChips, RuleDialog, RuleEditor } from './lazy-parts.tsx';
export type { RuleDialogProps } from './chips/rule-dialog.tsx';
export type { RuleEditorProps } from './editor/rule-editor.tsx';
export { countriesWith, countryChoices, countryNames } from './names/open-values.ts';
export { factLabel, valueLabel } from './names/fact-words.ts';
export { useTelling } from './names/use-telling.ts';
export { catalogue, isOffered, learnFields, learnModels } from './tree/catalogue.ts';
export { decodeRule, encodeRule } from './tree/encode-rule.ts';
export { readRule } from './tree/read-rule.ts';
