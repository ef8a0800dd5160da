import type { Address } from '#contacts';
import type { CustomerFields } from '#customers';
import type { OnExisting } from '../mapping/index.ts';
import type { ImportedCustomer } from './read-customer.ts';

/** How a row meets what is there: it fills what is empty, or it also writes over what differs. */
export type Meeting = Exclude<OnExisting, 'skip'>;

/** A customer's own fields as they are known; how his name is found follows from the name. */
export type KnownFields = Omit<CustomerFields, 'nameKey'>;

/** What a row changes of a thing that is there, and the fields (as the mapping names them) in which it was not followed. */
export interface FieldChange<Fields> {
  readonly after: Partial<Fields>;
  readonly before: Partial<Fields>;
  readonly kept: readonly string[];
}

/**
 * What a row changes of a known customer. A name, and a tax number with its country, are one thing each. Tags are added,
 * never taken away; where he came from is set once; that he is not to be contacted is set, never lifted.
 */
export function changeCustomer(known: KnownFields, { kind, said }: ImportedCustomer, meeting: Meeting): FieldChange<KnownFields> {
  const after: { -readonly [Field in keyof KnownFields]?: KnownFields[Field] } = {};
  const kept: string[] = [];
  const put = <Field extends keyof KnownFields>(field: Field, value: KnownFields[Field] | undefined): void => {
    if (value === undefined || value === null || value === known[field]) return;
    if (known[field] === null || meeting === 'update') after[field] = value;
    else kept.push(field);
  };
  put('kind', said.kind);
  const sameKind = (after.kind ?? known.kind) === kind;
  if (said.name !== undefined) {
    if (said.name !== known.name && !(sameKind && meeting === 'update')) kept.push('name');
    else if (said.name !== known.name) Object.assign(after, { name: said.name, givenName: said.givenName ?? null, familyName: said.familyName ?? null });
    else if (sameKind) for (const part of ['givenName', 'familyName'] as const) put(part, said[part]);
  }
  if (said.taxId && (said.taxId !== known.taxId || said.taxCountry !== known.taxCountry)) {
    if (known.taxId === null || meeting === 'update') Object.assign(after, { taxId: said.taxId, taxCountry: said.taxCountry ?? null });
    else kept.push('taxId');
  }
  for (const field of ['birthDate', 'iban', 'language', 'preferredChannel'] as const) put(field, said[field]);
  if (said.source && said.source !== known.source) {
    if (known.source === null) after.source = said.source;
    else kept.push('firstSource');
  }
  if (said.doNotContact === true && !known.doNotContact) after.doNotContact = true;
  if (said.doNotContact === false && known.doNotContact) kept.push('doNotContact');
  const tags = [...new Set([...known.tags, ...(said.tags ?? [])])].toSorted();
  if (tags.length > known.tags.length) after.tags = tags;
  const fields = Object.keys(after) as (keyof KnownFields)[];
  const changed = fields.filter((field) => after[field] !== known[field]);
  return {
    after: Object.fromEntries(changed.map((field) => [field, after[field]])),
    before: Object.fromEntries(changed.map((field) => [field, known[field]])), kept,
  };
}

const parts = { street: 'addressLine1', city: 'city', province: 'region', postalCode: 'postalCode', country: 'country' } as const;

export type AddressParts = Pick<Address, keyof typeof parts>;

/**
 * The address that holds after a row. One that only lacks parts is filled up; one that contradicts the row is kept, or
 * replaced whole, because a mixture of two addresses is none.
 */
export function changeAddress(known: AddressParts | null, said: AddressParts, meeting: Meeting): { readonly after: AddressParts | null; readonly kept: readonly string[] } {
  const names = Object.keys(parts) as (keyof AddressParts)[];
  const pick = (from: (part: keyof AddressParts) => string | null): AddressParts => Object.fromEntries(names.map((part) => [part, from(part)])) as unknown as AddressParts;
  const own = pick((part) => said[part]);
  if (!known) return { after: own, kept: [] };
  const against = names.filter((part) => known[part] !== null && said[part] !== null && known[part] !== said[part]);
  if (against.length > 0) return meeting === 'update' ? { after: own, kept: [] } : { after: null, kept: against.map((part) => parts[part]) };
  const whole = pick((part) => known[part] ?? said[part]);
  return { after: names.some((part) => whole[part] !== known[part]) ? whole : null, kept: [] };
}
