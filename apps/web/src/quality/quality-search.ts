import { customerSources } from '@orbita/domain/customers';
import * as z from 'zod/mini';

/** What stands in the address of the page: of whom the queue is. */
export const qualitySearch = z.object({
  /** Key of the check that fails. */
  check: z.optional(z.catch(z.string(), '')),
  source: z.optional(z.catch(z.optional(z.enum(customerSources)), undefined)),
  owner: z.optional(z.catch(z.string(), '')),
  q: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
});

export type QualitySearch = z.infer<typeof qualitySearch>;
