export { ContactResolver } from './contact.resolver.ts';
export { CustomerFactsResolver, CustomerFactsType } from './customer-facts.type.ts';
export { CreateCustomerInput, customerAnswer, CustomerMutationResolver, CustomerResult } from './customer-mutation.resolver.ts';
export { customerReader, customerSelection } from './customer-reader.ts';
export { CustomerConnectionResolver, customerFilterOf, CustomerResolver, ruleOf } from './customer.resolver.ts';
export { CustomerSearchResolver } from './customer-search.resolver.ts';
export { Channel, CustomerSource } from './customer-enums.ts';
export { customerOrder } from './customer-order.ts';
export { CustomerKind, CustomerType, NamedType } from './customer.type.ts';
