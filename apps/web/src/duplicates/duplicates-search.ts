import * as z from 'zod/mini';

export const duplicateShelves = ['open', 'dismissed', 'merged'] as const;
export type DuplicateShelf = (typeof duplicateShelves)[number];

/** What stands in the address of the queue. */
export const duplicatesSearch = z.object({
  shelf: z.optional(z.catch(z.enum(duplicateShelves), 'open')),
  /** Only pairs with this customer. */
  customer: z.optional(z.catch(z.string(), '')),
});

export type DuplicatesSearch = z.infer<typeof duplicatesSearch>;
