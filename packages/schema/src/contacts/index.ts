export {
  AddContactInput, AddContactPointInput, AddressInputType, ContactPointInputType, RecordConsentInput, SetAddressInput, UpdateContactInput,
} from './contact-input.type.ts';
export { ContactFieldsResolver } from './contact-fields.resolver.ts';
export { AddressType, ConsentType, ContactPointType, ContactType } from './contact.type.ts';
