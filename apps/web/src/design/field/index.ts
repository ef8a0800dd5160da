export { DateField, MomentField } from './lazy-fields.tsx';
export { DecimalField } from './decimal-field.tsx';
export {
  AutocompleteField, CheckField, LongTextField, ManySelectField, NumberField, PasswordField, SelectField, SwitchField, TextField,
} from './fields.tsx';
export { FieldRow, Fields, LevelFields } from './form-layout.tsx';
export { TagsField } from './tags-field.tsx';
export { SearchBox } from './search-box.tsx';
