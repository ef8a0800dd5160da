import './field-styles.ts';
import { Checkbox, MultiSelect, NumberInput, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { m } from '#words';

/*
 * Every field of the app comes from here: label above, 32 px high, the refusal's words below it (`error`).
 */
export const TextField = TextInput.withProps({ size: 'sm' });
export const LongTextField = Textarea.withProps({ size: 'sm', autosize: true, minRows: 3 });
export const NumberField = NumberInput.withProps({ size: 'sm', hideControls: true });
export const SelectField = Select.withProps({ size: 'sm', allowDeselect: false, checkIconPosition: 'right' });
export const ManySelectField = MultiSelect.withProps({ size: 'sm', checkIconPosition: 'right' });
export const CheckField = Checkbox.withProps({ size: 'xs' });
export const SwitchField = Switch.withProps({ size: 'sm' });

export const PasswordField = PasswordInput.withProps({
  size: 'sm',
  visibilityToggleIcon: ({ reveal }) => (reveal ? <IconEyeOff size={15} stroke={1.6} /> : <IconEye size={15} stroke={1.6} />),
  visibilityToggleButtonProps: { 'aria-label': m.design_show_password() },
});
