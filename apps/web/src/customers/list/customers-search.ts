import * as z from 'zod/mini';

// What the server does not sort by may stand in an old address.
const sorts: ReadonlySet<string> = new Set(['name', 'city', 'country', 'customerSince', 'lastOrderAt', 'revenue12m', 'revenueTotal', 'ordersCount', 'dataQuality']);
const isSort = (key: string): boolean => sorts.has(key) || /^custom\.[A-Za-z0-9]{1,40}$/.test(key);

/** What stands in the address of the list: a saved view keeps exactly this. */
export const customersSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
  segment: z.optional(z.catch(z.string(), '')),
  sort: z.optional(z.catch(z.string().check(z.refine(isSort)), 'name')),
  desc: z.optional(z.catch(z.boolean(), false)),
  deleted: z.optional(z.catch(z.boolean(), false)),
});

export type CustomersSearch = z.infer<typeof customersSearch>;
