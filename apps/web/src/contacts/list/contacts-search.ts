import * as z from 'zod/mini';

export const contactOrders = ['name', 'customer', 'createdAt', 'updatedAt'] as const;

/** What stands in the address of the list: a saved view keeps exactly this. */
export const contactsSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
  /** One of the orders, or of the company's own fields: `custom.‹name›`. */
  sort: z.optional(z.catch(z.string(), '')),
  desc: z.optional(z.catch(z.boolean(), false)),
});

export type ContactsSearch = z.infer<typeof contactsSearch>;
