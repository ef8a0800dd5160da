export { countryChoices, factLabel, valueLabel } from './names/open-values.ts';
export { RuleChips } from './chips/rule-chips.tsx';
export { RuleDialog, type RuleDialogProps } from './chips/rule-dialog.tsx';
export { RuleEditor, type RuleEditorProps } from './editor/rule-editor.tsx';
export { useTelling } from './names/use-telling.ts';
export { decodeRule, encodeRule } from './tree/encode-rule.ts';
