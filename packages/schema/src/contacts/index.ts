export { AddressType, ConsentType, ContactPointType, ContactType } from './contact.type.ts';
