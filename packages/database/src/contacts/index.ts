export { Address, Consent, Contact, ContactPoint } from './contact.entity.ts';
