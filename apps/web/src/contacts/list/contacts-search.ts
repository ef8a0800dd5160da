import * as z from 'zod/mini';

const orders = ['name', 'customer', 'createdAt', 'updatedAt'] as const;

/** What stands in the address of the list: a saved view keeps exactly this. */
export const contactsSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
  sort: z.optional(z.catch(z.enum(orders), 'name')),
  desc: z.optional(z.catch(z.boolean(), false)),
});

export type ContactsSearch = z.infer<typeof contactsSearch>;
