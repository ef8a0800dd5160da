import * as z from 'zod/mini';

export const duplicateShelves = ['open', 'dismissed', 'merged'] as const;
export type DuplicateShelf = (typeof duplicateShelves)[number];

/** What stands in the address of the queue. */
export const duplicatesSearch = z.object({
  shelf: z.optional(z.catch(z.enum(duplicateShelves), 'open')),
  /** Only pairs with this customer. */
  customer: z.optional(z.catch(z.string(), '')),
  /** What one of the two is found by. */
  q: z.optional(z.catch(z.string(), '')),
  /** What is true of one of the two. */
  rule: z.optional(z.unknown()),
});

export type DuplicatesSearch = z.infer<typeof duplicatesSearch>;
