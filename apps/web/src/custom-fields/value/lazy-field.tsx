import { lazily } from '#design';

export const CustomValueField = lazily(async () => (await import('./custom-value-field.tsx')).CustomValueField);

export const OwnFields = lazily(async () => (await import('./own-fields.tsx')).OwnFields);
