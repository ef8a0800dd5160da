export { Addresses } from './addresses.tsx';
export { Consents } from './consents.tsx';
export { ContactPeople } from './contact-people.tsx';
export { ContactsPage } from './list/contacts-page.tsx';
export { contactsSearch } from './list/contacts-search.ts';
export { ContactPoints } from './contact-points.tsx';
export { hasLapsed, statementsOf } from './statements-of.ts';
export { addressKindWord, channelWord, pointKindWord } from './reach-words.ts';
