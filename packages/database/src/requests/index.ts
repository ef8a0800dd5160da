export { customersToWrite, type CustomerToWrite, customerToWrite, type OwnedCustomer, writableCustomers } from './customer-to-write.queries.ts';
export { refuseWhoCannotSee } from './people-who-see.ts';
export { once, type OnceOnly } from './once.ts';
export type { Writing } from './writing.ts';
export { type Happened, recordHappened } from './record-happened.ts';
