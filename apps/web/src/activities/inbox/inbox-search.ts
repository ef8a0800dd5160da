import * as z from 'zod/mini';

export const inboxViews = ['tasks', 'done', 'news'] as const;

/** What stands in the address of the inbox. */
export const inboxSearch = z.object({
  view: z.optional(z.catch(z.enum(inboxViews), 'tasks')),
  /** Which tasks: those found by a text, or narrowed by a rule. */
  q: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
});

export type InboxSearch = z.infer<typeof inboxSearch>;
export type InboxView = (typeof inboxViews)[number];
