import * as z from 'zod/mini';

/** Of which contact the page tells; of the customer himself without one. */
export const privacySearch = z.object({ contact: z.catch(z.optional(z.uuid()), undefined) });

export type PrivacySearch = z.infer<typeof privacySearch>;
