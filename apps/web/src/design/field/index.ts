export {
  CheckField, LongTextField, ManySelectField, NumberField, PasswordField, SelectField, SwitchField, TextField,
} from './fields.tsx';
export { FieldRow, Fields } from './form-layout.tsx';
