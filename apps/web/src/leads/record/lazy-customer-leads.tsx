import { lazily } from '#design';

/** The record stands before what is fetched for this part of it. */
export const CustomerLeads = lazily(async () => (await import('./customer-leads.tsx')).CustomerLeads);
