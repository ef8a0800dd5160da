export { CustomField } from './custom-field.entity.ts';
export { type CustomFieldRow, customFieldsOf, fieldDefinitions, listCustomFields } from './custom-field.queries.ts';
export { changeCustom, firstCustom, readableFields, toldCustom } from './change-custom.ts';
export { type CustomValueRow, customValuesColumn, type CustomValuesAsked } from './custom-values.queries.ts';
export { customOrder } from './custom-order.queries.ts';
export { moveCustomDates } from './move-dates.queries.ts';
export { refreshCustomOrder } from './order-rows.queries.ts';
export { type SortedField, sortedFieldOf } from './sorted-field.ts';
