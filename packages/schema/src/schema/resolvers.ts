import { GroupResolver, MeResolver, RolePolicyResolver, UserConnectionResolver, UserResolver } from '#access';
import { RefusalResolver } from '#refusals';

/** Every resolver class; a room that is not listed here does not exist for the world. */
export const resolvers = [RefusalResolver, MeResolver, UserResolver, UserConnectionResolver, GroupResolver, RolePolicyResolver] as const;
