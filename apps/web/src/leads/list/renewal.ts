import { renewOnly } from '#api-client';

/** The lists of leads on the page, read anew when something was done. */
export const renewLeads = (): Promise<void> => renewOnly('Leads');
