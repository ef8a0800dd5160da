export { LeadsPage } from './list/leads-page.tsx';
export { leadsSearch } from './list/leads-search.ts';
export { CustomerLeads } from './record/lazy-customer-leads.tsx';
export { LeadsSettingsPage } from './settings/leads-settings-page.tsx';
