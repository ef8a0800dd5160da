import { type Address, type ContactPoint, currentAddresses, mainAddress, normaliseAddress, prepareContactPoints } from '#contacts';
import { identityKeys, normalisePhone } from '#identity';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { CustomerInput, ExternalId, PreparedCustomer } from './customer.ts';
import { prepareFields } from './customer-fields.ts';

const longestExternalId = 100;

/** Brings a new customer into the form in which he is stored; refuses the first thing that is wrong, with its path. */
export function prepareCustomer(input: CustomerInput, company: { readonly country: string }): PreparedCustomer | Refusal {
  const fields = prepareFields(input.kind, input, company.country);
  if (isRefused(fields)) return fields;
  const addresses = prepareAddresses(input, company.country);
  if (isRefused(addresses)) return addresses;
  const home = addresses[0]?.country ?? company.country;
  const contactPoints = prepareContactPoints(input.contactPoints ?? [], home);
  if (isRefused(contactPoints)) return contactPoints;
  const externalIds = prepareExternalIds(input.externalIds ?? []);
  if (isRefused(externalIds)) return externalIds;
  const emails = contactPoints.filter(({ kind }) => kind === 'EMAIL').map(({ normalised }) => normalised);
  const taxId = fields.taxId && fields.taxCountry ? { value: fields.taxId, country: fields.taxCountry } : null;
  return {
    ...fields, contactPoints, addresses, externalIds,
    identityKeys: identityKeys({ emails, taxId, externalIds }),
    country: countryOf(addresses, fields.taxCountry, contactPoints),
  };
}

/** A customer's country: of the main address, else of the tax number, else a valid telephone's prefix. */
export function countryOf(
  addresses: readonly Address[], taxCountry: string | null, contactPoints: readonly ContactPoint[],
): string | null {
  const dated = addresses.map((address, index) => ({ ...address, id: String(index), validFrom: 0, validUntil: null }));
  const main = mainAddress(currentAddresses(dated));
  if (main) return main.country;
  if (taxCountry) return taxCountry;
  const phone = contactPoints.find(({ kind, valid }) => valid && (kind === 'PHONE' || kind === 'MOBILE'));
  const read = phone ? normalisePhone(phone.normalised, '') : null;
  return read && !isRefused(read) ? read.country : null;
}

function prepareAddresses(input: CustomerInput, companyCountry: string): Address[] | Refusal {
  const addresses: Address[] = [];
  for (const [index, one] of (input.addresses ?? []).entries()) {
    const address = normaliseAddress(one, companyCountry);
    if (isRefused(address)) return { ...address, field: `addresses.${index}.${address.field}` };
    if (addresses.some(({ kind }) => kind === address.kind)) {
      return refuse('ALREADY_EXISTS', { field: `addresses.${index}.kind`, details: { value: address.kind } });
    }
    addresses.push(address);
  }
  return addresses;
}

function prepareExternalIds(inputs: readonly ExternalId[]): ExternalId[] | Refusal {
  const externalIds: ExternalId[] = [];
  for (const [index, input] of inputs.entries()) {
    const system = input.system.trim().toLowerCase();
    const id = input.id.trim();
    if (system === '') return refuse('REQUIRED', { field: `externalIds.${index}.system` });
    if (id === '') return refuse('REQUIRED', { field: `externalIds.${index}.id` });
    if (id.length > longestExternalId) return refuse('TOO_LONG', { field: `externalIds.${index}.id`, details: { maximum: longestExternalId } });
    if (!externalIds.some((known) => known.system === system && known.id === id)) externalIds.push({ system, id });
  }
  return externalIds;
}
