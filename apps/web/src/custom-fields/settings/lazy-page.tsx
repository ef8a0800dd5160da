import { lazily } from '#design';

export const CustomFieldsPage = lazily(async () => (await import('./custom-fields-page.tsx')).CustomFieldsPage);
