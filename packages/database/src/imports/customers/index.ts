export { type BatchLoader, customersLoader } from './load-customers.ts';
export { keyText, knownCustomers } from './known-customers.queries.ts';
export { type Placed, placeCustomers } from './place-customers.ts';
