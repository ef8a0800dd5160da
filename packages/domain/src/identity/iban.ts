import { type Refusal, refuse } from '#refusal';

/** Length of an IBAN by country, from the SWIFT registry. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries((
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 '
  + 'GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 '
  + 'MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 '
  + 'TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
).split(' ').map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]));

/** An account number, compact, checked by length and ISO 7064 mod 97. */
export interface Iban {
  readonly value: string;
  /** ISO 3166 of the bank's country. */
  readonly country: string;
}

/** Reads an IBAN; refuses a wrong form, length or check digits. */
export function validateIban(text: string): Iban | Refusal {
  const value = text.normalize('NFKC').toUpperCase().replace(/^IBAN[:\s]*/, '').replaceAll(/[\s.-]/g, '');
  const country = value.slice(0, 2);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value) || value.length !== lengths[country]) {
    return refuse('INVALID_FORMAT', { details: { value: text.trim(), example: 'ES91 2100 0418 4502 0005 1332' } });
  }
  const digits = [...value.slice(4), ...value.slice(0, 4)].map((letter) => Number.parseInt(letter, 36)).join('');
  if (BigInt(digits) % 97n !== 1n) return refuse('INVALID_CHECKSUM', { details: { value: text.trim() } });
  return { value, country };
}
