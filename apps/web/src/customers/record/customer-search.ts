import * as z from 'zod/mini';

/** What the address of a record can say beside whose it is. */
export const customerSearch = z.object({
  /** The contact to whom it was opened. */
  contact: z.optional(z.catch(z.string(), '')),
});
