import * as z from 'zod/mini';

/** What stands in the address; `kinds` are groups of events. */
export const auditSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  who: z.optional(z.catch(z.string(), '')),
  kinds: z.optional(z.catch(z.array(z.string()), [])),
  rule: z.optional(z.unknown()),
  from: z.optional(z.catch(z.string(), '')),
  until: z.optional(z.catch(z.string(), '')),
});

export type AuditSearch = z.infer<typeof auditSearch>;
