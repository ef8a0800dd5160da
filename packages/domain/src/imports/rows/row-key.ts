import { type IdentityKey, identityKeys, searchKey } from '#identity';
import type { ImportedCustomer } from './read-customer.ts';

/**
 * Whoever has neither id, tax number nor e-mail is known again in files of his system by what his row says: an organisation
 * by name and place, a person by name with telephone, birth date and street; so that a file loaded twice changes nothing.
 */
export function withRowKey(customer: ImportedCustomer, system: string): ImportedCustomer {
  return customer.identityKeys.length > 0 ? customer : { ...customer, identityKeys: keyOf(customer, system) };
}

function keyOf({ kind, nameKey, contactPoints, birthDate, addresses: [address] }: ImportedCustomer, system: string): IdentityKey[] {
  const place = address?.postalCode ?? address?.city;
  const parts = kind === 'ORGANISATION' ? [place] : [contactPoints[0]?.normalised, birthDate, address?.street, place];
  const id = [nameKey, ...parts.flatMap((part) => (part ? [searchKey(part)] : []))].join(' · ').slice(0, 100);
  return identityKeys({ emails: [], taxId: null, externalIds: [{ system, id }] });
}
