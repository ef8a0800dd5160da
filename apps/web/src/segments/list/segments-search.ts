import * as z from 'zod/mini';

export const segmentsSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  deleted: z.optional(z.catch(z.boolean(), false)),
});

export type SegmentsSearch = z.infer<typeof segmentsSearch>;
