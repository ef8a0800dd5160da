import * as z from 'zod/mini';

/** What stands in the address of the list: a saved view keeps exactly this. */
export const ordersSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  channel: z.optional(z.catch(z.string(), '')),
  line: z.optional(z.catch(z.string(), '')),
  from: z.optional(z.catch(z.string(), '')),
  until: z.optional(z.catch(z.string(), '')),
});

export type OrdersSearch = z.infer<typeof ordersSearch>;
