export { normaliseEmail } from './email.ts';
export { type Iban, validateIban } from './iban.ts';
export { type Identified, type IdentityKey, identityKeys, type IdentityKind, identityKinds } from './identity-keys.ts';
export { companyNameKey, nameParticles, nameTitles, personNameKey } from './name-key.ts';
export { normalisePhone, type Phone } from './phone.ts';
export { keyWords, searchKey } from './search-key.ts';
export { searchWords, wordAsKept, wordsIn } from './search-words.ts';
export { type TaxId, taxIdKinds, validateTaxId, validateTaxIdOfKind } from './tax-id.ts';
