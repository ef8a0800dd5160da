import { MeResolver } from '#access';
import { RefusalResolver } from '#refusals';

/** Every resolver class; a room that is not listed here does not exist for the world. */
export const resolvers = [RefusalResolver, MeResolver] as const;
