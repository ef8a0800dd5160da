import { GroupResolver, MeResolver, RolePolicyResolver, UserConnectionResolver, UserResolver } from '#access';
import { BusinessLineResolver, CompanyResolver } from '#company';
import {
  ContactResolver, CustomerConnectionResolver, CustomerFactsResolver, CustomerMutationResolver, CustomerResolver, CustomerSearchResolver,
} from '#customers';
import { RefusalResolver } from '#refusals';
import { SavedViewResolver } from '#views';

/** Every resolver class; a room that is not listed here does not exist for the world. */
export const resolvers = [
  RefusalResolver, MeResolver, UserResolver, UserConnectionResolver, GroupResolver, RolePolicyResolver,
  CustomerResolver, CustomerConnectionResolver, CustomerFactsResolver, CustomerMutationResolver, CustomerSearchResolver, ContactResolver,
  SavedViewResolver, CompanyResolver, BusinessLineResolver,
] as const;
