import { activityKinds } from '@orbita/domain/activities';
import * as z from 'zod/mini';

/** By what the server sorts, under the names of the columns. */
export const activitySorts = ['occurredAt', 'customer', 'dueAt', 'doneAt'] as const;

/** What stands in the address of the list: a saved view keeps exactly this. */
export const activitiesSearch = z.object({
  q: z.optional(z.catch(z.string(), '')),
  kind: z.catch(z.optional(z.enum(activityKinds)), undefined),
  rule: z.optional(z.unknown()),
  /** The latest first when nothing is said. */
  sort: z.catch(z.optional(z.enum(activitySorts)), undefined),
  desc: z.optional(z.catch(z.boolean(), false)),
});

export type ActivitiesSearch = z.infer<typeof activitiesSearch>;
