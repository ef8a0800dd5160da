import { searchKey } from '#identity';

/** Codes that the runtime names but that are no country of ISO 3166. */
const noCountries = new Set(['AC', 'CP', 'CQ', 'DG', 'EU', 'EZ', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);
const partsOfSpain = ['IC', 'EA'];

const aliases: Readonly<Record<string, string>> = {
  uk: 'GB', 'gran bretana': 'GB', 'great britain': 'GB', britain: 'GB', england: 'GB', inglaterra: 'GB', scotland: 'GB', escocia: 'GB',
  wales: 'GB', gales: 'GB', 'irlanda del norte': 'GB', 'northern ireland': 'GB', usa: 'US', 'u.s.a.': 'US', 'u.s.': 'US', eeuu: 'US', 'ee.uu.': 'US',
  'ee. uu.': 'US', 'ee uu': 'US', eua: 'US', 'united states of america': 'US', 'estados unidos de america': 'US', america: 'US', mejico: 'MX', espana: 'ES',
  holanda: 'NL', holland: 'NL', 'the netherlands': 'NL', deutschland: 'DE', osterreich: 'AT', suisse: 'CH', schweiz: 'CH', italia: 'IT',
  brasil: 'BR', 'belgique': 'BE', belgie: 'BE', polska: 'PL', sverige: 'SE', danmark: 'DK', norge: 'NO', suomi: 'FI', eire: 'IE',
  'republic of ireland': 'IE', 'republica de irlanda': 'IE', 'republica checa': 'CZ', 'czech republic': 'CZ', turkey: 'TR',
  'corea del sur': 'KR', 'south korea': 'KR', korea: 'KR', rusia: 'RU', 'russian federation': 'RU', uae: 'AE', eau: 'AE', rsa: 'ZA',
  'hong kong': 'HK', macao: 'MO', 'costa de marfil': 'CI', 'ivory coast': 'CI', canarias: 'ES', cataluna: 'ES', 'pais vasco': 'ES', esp: 'ES',
  prt: 'PT', fra: 'FR', deu: 'DE', ger: 'DE', ita: 'IT', gbr: 'GB', mex: 'MX', 'republica dominicana': 'DO', moldova: 'MD', macedonia: 'MK', palestina: 'PS', palestine: 'PS',
};

let names: ReadonlyMap<string, string> | undefined;

/** The ISO 3166 code of a country given by code or by name, in English, Spanish or its usual aliases; null if unknown. */
export function countryCode(text: string): string | null {
  const key = searchKey(text);
  names ??= countryNames();
  return aliases[key] ?? names.get(key) ?? names.get(key.replaceAll('.', '')) ?? null;
}

/** Whether a code is a country of ISO 3166. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countryCode(code) === code;
}

/** Codes and names of all countries that the runtime knows, in English and Spanish. */
function countryNames(): Map<string, string> {
  const found = new Map<string, string>();
  const languages = ['en', 'es'].map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const named = languages.map((names) => names.of(code)).filter((name) => name !== undefined);
    if (named.length === 0 || noCountries.has(code) || isRetired(code)) continue;
    const country = partsOfSpain.includes(code) ? 'ES' : code;
    for (const name of [code, ...named]) found.set(searchKey(name), country);
  }
  return found;
}

/** A code that stands for another one today, such as UK or SU. */
function isRetired(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region !== code;
}
