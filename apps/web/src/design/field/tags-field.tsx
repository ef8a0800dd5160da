import './field-styles.ts';
import '@mantine/core/styles/Pill.layer.css';
import { TagsInput } from '@mantine/core';
import { field } from './fields.tsx';

/** Several words of one's own: Enter or a comma ends each. */
export const TagsField = TagsInput.withProps({ ...field, splitChars: [','] });
