import { provinceOfPostalCode } from './spanish-province.ts';

interface PostalForm {
  readonly form: RegExp;
  /** How the compact code is written, where it has a separator. */
  readonly write?: (compact: string) => string;
}

const split = (at: number, separator: string) => (compact: string): string => `${compact.slice(0, at)}${separator}${compact.slice(at)}`;
const digits = (count: number): PostalForm => ({ form: new RegExp(`^\\d{${count}}$`) });

/** Forms of compact codes (without spaces or dashes) by country. */
const forms: Readonly<Record<string, PostalForm>> = {
  ...Object.fromEntries(['DE', 'FR', 'IT', 'MX', 'FI', 'EE', 'HR', 'TR', 'MA', 'PE', 'UA', 'KR', 'AD'].map((country) => [country, digits(5)])),
  ...Object.fromEntries(['AT', 'BE', 'CH', 'DK', 'NO', 'LU', 'HU', 'BG', 'SI', 'CY', 'AU', 'NZ', 'ZA'].map((country) => [country, digits(4)])),
  ES: { form: /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/ },
  AD: { form: /^AD\d{3}$/ },
  PT: { form: /^\d{4}(?:\d{3})?$/, write: (code) => (code.length === 7 ? split(4, '-')(code) : code) },
  US: { form: /^\d{5}(?:\d{4})?$/, write: (code) => (code.length === 9 ? split(5, '-')(code) : code) },
  GB: { form: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, write: (code) => split(code.length - 3, ' ')(code) },
  IE: { form: /^[A-Z]\d[\dW][A-Z\d]{4}$/, write: split(3, ' ') },
  NL: { form: /^\d{4}[A-Z]{2}$/, write: split(4, ' ') },
  CA: { form: /^[A-Z]\d[A-Z]\d[A-Z]\d$/, write: split(3, ' ') },
  BR: { form: /^\d{8}$/, write: split(5, '-') },
  PL: { form: /^\d{5}$/, write: split(2, '-') },
  CZ: { form: /^\d{5}$/, write: split(3, ' ') },
  SK: { form: /^\d{5}$/, write: split(3, ' ') },
  GR: { form: /^\d{5}$/, write: split(3, ' ') },
  SE: { form: /^\d{5}$/, write: split(3, ' ') },
  JP: { form: /^\d{7}$/, write: split(3, '-') },
  AR: { form: /^(?:\d{4}|[A-Z]\d{4}[A-Z]{3})$/ },
  CL: digits(7), CO: digits(6), RO: digits(6), IN: digits(6), CN: digits(6),
};

const losesLeadingZero = new Set(['ES', 'DE', 'FR', 'IT', 'MX', 'US', 'EE', 'FI', 'TR']);

/** A postal code as its country writes it; `fits` is null where the country's form is not known. */
export interface PostalCode {
  readonly value: string;
  readonly fits: boolean | null;
}

/** Brings a postal code into its country's form and gives back the leading zero that spreadsheets take (8001 → 08001). */
export function normalisePostalCode(text: string, country: string): PostalCode {
  const typed = text.normalize('NFKC').trim().toUpperCase();
  const known = forms[country];
  if (!known) return { value: typed, fits: null };
  const bare = typed.replace(/\.0$/, '').replace(new RegExp(`^(?:${country}|[A-Z])-(?=\\d)`), '').replaceAll(/[\s.-]/g, '');
  const compact = losesLeadingZero.has(country) && /^\d{4}$/.test(bare) ? `0${bare}` : bare;
  return known.form.test(compact) ? { value: known.write?.(compact) ?? compact, fits: true } : { value: typed, fits: false };
}

/** What the postal code tells about the province; only Spain's does. */
export function provinceOf(postalCode: PostalCode, country: string): string | null {
  return country === 'ES' && postalCode.fits ? provinceOfPostalCode(postalCode.value) : null;
}
