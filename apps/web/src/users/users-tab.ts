import * as z from 'zod/mini';

export const usersTabs = ['people', 'groups', 'invitations', 'sessions', 'roles'] as const;
export type UsersTab = (typeof usersTabs)[number];

/** By what the server sorts, under the names of the columns. */
export const userSorts = ['name', 'email', 'role', 'group', 'lastSeenAt'] as const;

export const usersSearch = z.object({
  tab: z.optional(z.catch(z.enum(usersTabs), 'people')),
  q: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.unknown()),
  inactive: z.optional(z.catch(z.boolean(), false)),
  sort: z.catch(z.optional(z.enum(userSorts)), undefined),
  desc: z.optional(z.catch(z.boolean(), false)),
});
export type UsersSearch = z.infer<typeof usersSearch>;
