export { CustomFieldResolver } from './custom-field.resolver.ts';
export { costOfValues, CustomValueInputType, CustomValuesArgs, CustomValueType, tellCustomValues } from './custom-value.type.ts';
export { sortedBy } from './sorted-by.ts';
