export {
  archiveCustomField, createCustomField, type FieldMeant, restoreCustomField, sortCustomFields, updateCustomField, type UpdateCustomFieldInput,
} from './write-custom-field.ts';
