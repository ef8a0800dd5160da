export { CustomerResolver } from './customer.resolver.ts';
export { CustomerMutationResolver } from './customer-mutation.resolver.ts';
export { CustomerType } from './customer.type.ts';
export { customerReader } from './customer-reader.ts';
export { CustomerFactsType } from './customer-facts.type.ts';
export { CustomerSearchResolver } from './customer-search.resolver.ts';
