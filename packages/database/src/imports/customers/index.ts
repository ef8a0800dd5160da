export { contactsRoom, customersRoom } from './customers-room.ts';
export { keyText, knownCustomers } from './known-customers.queries.ts';
export { placeCustomers } from './place-customers.ts';
export { sinceFirst } from './since-first.queries.ts';
