import { lazily } from '#design';

export const CustomValueField = lazily(async () => (await import('./custom-value-field.tsx')).CustomValueField);
