import * as z from 'zod/mini';

export const importSteps = ['file', 'columns', 'try'] as const;
export type ImportStep = (typeof importSteps)[number];

/** What stands in the address of the wizard. */
export const importSearch = z.object({
  /** The file that was handed in. */
  file: z.optional(z.catch(z.string(), '')),
  step: z.optional(z.catch(z.enum(importSteps), 'file')),
  /** What the rows are, where somebody came from a list of them. */
  room: z.catch(z.optional(z.enum(['customers', 'contacts', 'leads', 'opportunities', 'orders', 'products', 'activities'])), undefined),
  /** The import whose mended rows these are. */
  like: z.optional(z.catch(z.string(), '')),
});

export type ImportSearch = z.infer<typeof importSearch>;
