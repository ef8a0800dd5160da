export { leaveGoneGroups } from './gone-groups.queries.ts';
export { createCustomer, keepCustomer, type NewCustomer } from './create-customer.ts';
export {
  type CustomerPatch, type PatchOf, personalFields, previewUpdates, updateCustomer, type UpdatedCustomer, updateCustomers,
} from './update-customer.ts';
export {
  deleteCustomer, deleteCustomers, previewDeletes, previewRestores, restoreCustomer, restoreCustomers,
} from './delete-customer.ts';
export { recordDeparture, type RecordDeparture, withdrawDeparture } from './ways/record-departure.ts';
export { setAcquisitionCost, type SetAcquisitionCost } from './ways/set-acquisition-cost.ts';
export { setReferrer, type SetReferrer } from './ways/set-referrer.ts';
export { refuseRecommender } from './ways/refuse-recommender.ts';
export { type CustomerAt, customerAt } from './ways/customer-version.ts';
export { chainOfReferrers } from './ways/ways.queries.ts';
export { Customer } from './customer.entity.ts';
export { customerAsAsked, customerById, type CustomerRow, customersByIds, type CustomerSelection } from './customer.queries.ts';
export {
  countCustomers, customerCondition, type CustomerFilter, type CustomerPage, listCustomers,
} from './customer-list.queries.ts';
export { type CustomerOrder, sortedFacts } from './sort-source.queries.ts';
export { contactOrders, type ContactFilter, type ContactPage, countContacts, listContacts } from './contacts/contact-list.queries.ts';
export type { ContactRow } from './contacts/contact.queries.ts';
