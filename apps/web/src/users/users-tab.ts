import * as z from 'zod/mini';

export const usersTabs = ['people', 'groups', 'invitations', 'sessions', 'roles'] as const;
export type UsersTab = (typeof usersTabs)[number];

export const usersSearch = z.object({
  tab: z.optional(z.catch(z.enum(usersTabs), 'people')),
  q: z.optional(z.catch(z.string(), '')),
  inactive: z.optional(z.catch(z.boolean(), false)),
});
export type UsersSearch = z.infer<typeof usersSearch>;
