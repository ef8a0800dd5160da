import { isRefused, type Refusal, refuseBecause } from '#refusal';
import type { CustomerFields, CustomerFieldsInput } from './customer.ts';
import { prepareFields } from './customer-fields.ts';

/** What changes: the new values, and the values that they replace, field by field. */
export interface CustomerChange {
  readonly after: Partial<CustomerFields>;
  readonly before: Partial<CustomerFields>;
}

/**
 * What a patch changes of a customer: undefined leaves a field, null empties it; nothing changed gives nothing.
 * Refuses what would not do for a new customer, and another source once there is one (it is the first touch), unless
 * what was written is taken back.
 */
export function updateCustomer(
  current: CustomerFields, patch: CustomerFieldsInput, company: { readonly country: string }, { takesBack = false } = {},
): CustomerChange | Refusal {
  if (!takesBack && patch.source !== undefined && current.source !== null && patch.source !== current.source) {
    return refuseBecause('CONFLICT', 'SOURCE_KNOWN', { field: 'source' });
  }
  const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as CustomerFieldsInput;
  const namesThatGo = patch.name ? { givenName: null, familyName: null } : current.kind === 'PERSON' ? { name: null } : {};
  const unsaid = { ...current, ...namesThatGo, taxId: null, iban: null };
  const next = prepareFields(patch.kind ?? current.kind, { ...unsaid, ...said }, company.country);
  if (isRefused(next)) return next;
  const { taxId, taxCountry, iban } = current;
  const keptAsTheyAre = { ...(patch.taxId === undefined ? { taxId, taxCountry } : {}), ...(patch.iban === undefined ? { iban } : {}) };
  return difference(current, { ...next, ...keptAsTheyAre });
}

function difference(current: CustomerFields, next: CustomerFields): CustomerChange {
  const changed = (Object.keys(next) as (keyof CustomerFields)[])
    .filter((field) => written(next[field]) !== written(current[field]));
  const pick = (fields: CustomerFields): Partial<CustomerFields> => Object.fromEntries(changed.map((field) => [field, fields[field]]));
  return { after: pick(next), before: pick(current) };
}

/** A value as text, whatever the order of tags. */
function written(value: CustomerFields[keyof CustomerFields]): string {
  return JSON.stringify(value !== null && typeof value === 'object' ? value.toSorted() : value);
}
