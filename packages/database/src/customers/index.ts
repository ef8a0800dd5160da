export { createCustomer, type NewCustomer } from './create-customer.ts';
export { type CustomerPatch, personalFields, updateCustomer } from './update-customer.ts';
export { deleteCustomer, restoreCustomer } from './delete-customer.ts';
export { Customer } from './customer.entity.ts';
export { customerById, type CustomerRow, customersByIds, type CustomerSelection } from './customer.queries.ts';
export {
  countCustomers, customerCondition, type CustomerFilter, type CustomerOrder, type CustomerPage, listCustomers, sortedFacts,
} from './customer-list.queries.ts';
export { type CustomerHit, searchCustomers } from './search.queries.ts';
