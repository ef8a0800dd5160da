import * as z from 'zod/mini';

export const compareSearch = z.object({ a: z.optional(z.catch(z.string(), '')), b: z.optional(z.catch(z.string(), '')) });
export type CompareSearch = z.infer<typeof compareSearch>;
