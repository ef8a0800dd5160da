export { type Address, type AddressInput, addressKey, type AddressKind, addressKinds, normaliseAddress } from './address.ts';
export { type Channel, channels, type ConsentState } from './channel.ts';
export {
  channelOf, type ContactPoint, type ContactPointInput, type ContactPointKind, contactPointKinds, prepareContactPoint,
  prepareContactPoints,
} from './contact-point.ts';
export { contactCatalogue } from './contact-facts.ts';
export { countryCode, isCountry } from './country.ts';
export { currentAddresses, type DatedAddress, mainAddress } from './current-address.ts';
export { normalisePostalCode, type PostalCode } from './postal-code.ts';
export { type ContactInput, contactRoleLabels, contactRoles, prepareContact, type PreparedContact, refuseLongTexts } from './prepare-contact.ts';
export { provinceOfPostalCode } from './spanish-province.ts';
