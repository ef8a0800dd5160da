import './field-styles.ts';
import { Autocomplete, Checkbox, MultiSelect, NumberInput, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { m } from '#words';

/*
 * Every field of the app comes from here: label above, 32 px high, the refusal's words below it (`error`).
 */
// What explains a field stands below it, so that fields in a row stay level.
export const field = { size: 'sm', inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[] } as const;

export const TextField = TextInput.withProps(field);
export const LongTextField = Textarea.withProps({ ...field, autosize: true, minRows: 3 });
export const NumberField = NumberInput.withProps({ ...field, hideControls: true });
export const SelectField = Select.withProps({
  ...field, allowDeselect: false, checkIconPosition: 'right',
  // What is typed looks for another, and does not go on with the name that stands there.
  onFocus: ({ currentTarget }) => { if (!currentTarget.readOnly) currentTarget.select(); },
});
export const AutocompleteField = Autocomplete.withProps(field);
export const ManySelectField = MultiSelect.withProps({ ...field, checkIconPosition: 'right' });
export const CheckField = Checkbox.withProps({ size: 'xs', radius: 'xs' });
export const SwitchField = Switch.withProps({ size: 'sm' });

export const PasswordField = PasswordInput.withProps({
  ...field,
  visibilityToggleIcon: ({ reveal }) => (reveal ? <IconEyeOff size={15} stroke={1.6} /> : <IconEye size={15} stroke={1.6} />),
  visibilityToggleButtonProps: { 'aria-label': m.design_show_password() },
});
