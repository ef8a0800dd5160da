export {
  customEntities, type CustomEntity, type CustomField, type CustomFieldType, customFieldTypeLabels, customFieldTypes, type CustomOption,
  hasOptions, isSortable, mayBeRequired, mostFields, mostOptions, staysFilled,
} from './custom-field.ts';
export { changeCustomField, type CustomFieldInput, type CustomFieldPatch, prepareCustomField } from './prepare-field.ts';
export { type OptionInput } from './prepare-options.ts';
export { comparedValue, type CustomValue, type CustomValueInput, type CustomValues, memberOf, pathOf, prepareCustomValue, type ValueMember } from './custom-value.ts';
export { changeCustomValues, type CustomChange, type CustomCompany, type KeptValues, missingRequired, noValues } from './change-values.ts';
export { enteredValue } from './entered-value.ts';
export { type Written, writtenValue } from './written-value.ts';
export { customFactKey, customFactOf, customFacts, isCustomFact, ownFacts } from './custom-facts.ts';
