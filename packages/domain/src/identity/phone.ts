import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { type Refusal, refuse } from '#refusal';

/** A telephone number in its international form; `valid` says whether the numbering plan has it. */
export interface Phone {
  readonly e164: string;
  /** ISO 3166 of the numbering plan; null when it belongs to no one country. */
  readonly country: string | null;
  readonly valid: boolean;
  readonly mobile: boolean;
  readonly extension: string | null;
}

/** Reads a telephone number, national ones as of `defaultCountry`; refuses what holds no number at all. */
export function normalisePhone(text: string, defaultCountry: string): Phone | Refusal {
  const cleaned = text.normalize('NFKC').trim();
  if (cleaned === '') return refuse('REQUIRED');
  const country: CountryCode | undefined = isSupportedCountry(defaultCountry) ? defaultCountry : undefined;
  const read = parsePhoneNumberFromString(cleaned, { ...(country ? { defaultCountry: country } : {}), extract: true });
  const found = read && withoutOldMexicanPrefix(read);
  if (!found) return refuse('INVALID_FORMAT', { details: { value: text, example: '+34 612 34 56 78' } });
  const type = found.getType();
  return {
    e164: found.number,
    country: found.country ?? null,
    valid: found.isValid(),
    mobile: type === 'MOBILE',
    extension: read?.ext ?? null,
  };
}

/** Mexico dropped its prefixes 1, 01, 044 and 045 in 2019 and the metadata forgot them; address books did not. */
function withoutOldMexicanPrefix(read: PhoneNumber): PhoneNumber {
  const rest = read.countryCallingCode === '52' ? /^(?:0?1|04[45])(\d{10})$/.exec(read.nationalNumber)?.[1] : undefined;
  return (rest && parsePhoneNumberFromString(`+52${rest}`)) || read;
}
