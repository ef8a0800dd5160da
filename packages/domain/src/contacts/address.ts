import { searchKey } from '#identity';
import { type Refusal, refuse } from '#refusal';
import { countryCode } from './country.ts';
import { normalisePostalCode, provinceOf } from './postal-code.ts';
import { normaliseStreet } from './street.ts';

/** What an address is for; each customer has at most one current address of a kind. */
export const addressKinds = ['BILLING', 'SHIPPING', 'VISIT', 'HOME'] as const;

export type AddressKind = (typeof addressKinds)[number];

export interface AddressInput {
  readonly kind: AddressKind;
  readonly street?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly province?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  /** ISO 3166 code or name; without one the company's. */
  readonly country?: string | null | undefined;
}

/** An address as stored. */
export interface Address {
  readonly kind: AddressKind;
  readonly street: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  /** Whether the postal code has its country's form; null where none is given or the form is not known. */
  readonly postalCodeFits: boolean | null;
  /** ISO 3166. */
  readonly country: string;
}

const longest = { street: 200, city: 100, province: 100, postalCode: 20 } as const;

/**
 * Brings an address into the form in which it is stored. Refuses an unknown country, an empty address and texts too
 * long; a postal code of another form is kept and marked, because mail arrives all the same.
 */
export function normaliseAddress(input: AddressInput, defaultCountry: string): Address | Refusal {
  const country = input.country?.trim() ? countryCode(input.country) : defaultCountry;
  if (country === null) return refuse('INVALID', { field: 'country', details: { value: input.country ?? '' } });
  for (const field of Object.keys(longest) as (keyof typeof longest)[]) {
    if ((input[field]?.length ?? 0) > longest[field]) return refuse('TOO_LONG', { field, details: { maximum: longest[field] } });
  }
  const [street, city, province, typedCode] = [input.street, input.city, input.province, input.postalCode].map(tidy);
  if (!street && !city && !province && !typedCode) return refuse('REQUIRED', { field: 'street' });
  const postalCode = typedCode ? normalisePostalCode(typedCode, country) : null;
  return {
    kind: input.kind,
    street: street ? normaliseStreet(street, country) : null,
    city: city ?? null,
    province: province ?? (postalCode ? provinceOf(postalCode, country) : null),
    postalCode: postalCode?.value ?? null,
    postalCodeFits: postalCode?.fits ?? null,
    country,
  };
}

/** The key under which the same address is found again: its words and its postal code. */
export function addressKey({ street, postalCode, city, country }: Address): string {
  const place = postalCode ?? city ?? '';
  return searchKey(`${country} ${place} ${street ?? ''}`).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const tidy = (text: string | null | undefined): string | null => text?.normalize('NFC').replaceAll(/\s+/g, ' ').trim() || null;
