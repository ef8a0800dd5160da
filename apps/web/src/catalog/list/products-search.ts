import * as z from 'zod/mini';

export const productSorts = ['name', 'code', 'listPrice', 'updatedAt'] as const;

/** What stands in the address of the catalogue: a saved view keeps exactly this. */
export const productsSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  category: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
  inactive: z.optional(z.catch(z.boolean(), false)),
  sort: z.optional(z.catch(z.enum(productSorts), 'name')),
  desc: z.optional(z.catch(z.boolean(), false)),
  /** The one that lies open. */
  product: z.optional(z.catch(z.string(), '')),
});

export type ProductsSearch = z.infer<typeof productsSearch>;
