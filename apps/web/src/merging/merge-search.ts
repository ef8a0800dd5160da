import * as z from 'zod/mini';

export const mergeSearch = z.object({ a: z.optional(z.catch(z.string(), '')), b: z.optional(z.catch(z.string(), '')) });
export type MergeSearch = z.infer<typeof mergeSearch>;
