export { CustomFieldResolver } from './custom-field.resolver.ts';
export { CustomValueInputType, CustomValuesArgs, CustomValueType, tellCustomValues } from './custom-value.type.ts';
