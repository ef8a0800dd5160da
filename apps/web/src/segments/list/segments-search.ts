import * as z from 'zod/mini';

/** By what the server sorts, under the names of the columns. */
export const segmentSorts = ['name', 'owner', 'updatedAt'] as const;

export const segmentsSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
  deleted: z.optional(z.catch(z.boolean(), false)),
  sort: z.catch(z.optional(z.enum(segmentSorts)), undefined),
  desc: z.optional(z.catch(z.boolean(), false)),
});

export type SegmentsSearch = z.infer<typeof segmentsSearch>;
