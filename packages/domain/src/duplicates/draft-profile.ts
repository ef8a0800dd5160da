import { type CustomerInput, prepareCustomer } from '#customers';
import { isRefused } from '#refusal';
import { type Profile, profileOf } from './profile.ts';

/**
 * The profile of somebody who is still being typed: what is not yet whole or wrong is left out, and told when he is
 * saved. Null before he has a name.
 */
export function draftProfile(input: CustomerInput, company: { readonly country: string }): Profile | null {
  const prepared = prepareCustomer(input, company);
  if (!isRefused(prepared)) return profileOf(prepared);
  const rest = without(input, prepared.field ?? '');
  return rest === null ? null : draftProfile(rest, company);
}

/** The input without the part at fault; null when it has no such part, as a customer without a name has not. */
function without(input: CustomerInput, path: string): CustomerInput | null {
  const [field, at] = path.split('.') as [keyof CustomerInput, string | undefined];
  const value = input[field];
  if (value === undefined || value === null || field === 'kind' || field === 'name' || field === 'givenName') return null;
  return { ...input, [field]: Array.isArray(value) && at !== undefined ? value.filter((_, index) => index !== Number(at)) : undefined };
}
