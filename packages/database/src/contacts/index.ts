export { endAddress, setAddress } from './addresses.ts';
export { recordConsent, type NewConsent } from './consents.ts';
export { Address, Consent, Contact, ContactPoint } from './contact.entity.ts';
export { addContactPoint, type NewContactPoint, preferContactPoint, removeContactPoint } from './contact-points.ts';
export { addContact, type ContactFields, type ContactPatch, removeContact, updateContact } from './contacts.ts';
export { holderOfContact } from './holder-of-contact.ts';
export { addressRow, contactPointRow } from './rows.ts';
