export { houseTables, personalTables } from './catalogue/index.ts';
export { eraseAgain } from './erase/erase-again.queries.ts';
export { tellHandedOut, type HandedOut } from './tell-handed-out.ts';
export { eraseContact, type EraseContact } from './erase/erase-contact.ts';
export { eraseCustomer, type EraseCustomer } from './erase/erase-customer.ts';
export {
  countErasures, type Erasure, type ErasureFilter, type ErasureRow, erasuresToFinish, listErasures, markCleaned, markRegistered, unknownErasures,
} from './erasure.queries.ts';
export { hashKey } from './hash-keys.ts';
export { type KeptAbout, keptAbout, type KeptOf, type KeptTable, type PersonalData, personalData } from './kept-about.queries.ts';
