import { isCountry, provinceOfPostalCode } from '#contacts';
import { inBoth } from '#facts';
import { normaliseEmail, normalisePhone, validateIban, validateTaxId } from '#identity';
import type { KnownCustomer } from '#quality';
import { isRefused } from '#refusal';
import type { Enricher, EnrichmentProposal } from './enricher.ts';
import { isFreeMail } from './free-mail.ts';
import { legalFormOf } from './legal-form.ts';

type Known = Pick<KnownCustomer, 'kind' | 'givenName' | 'familyName' | 'taxId' | 'taxCountry' | 'iban' | 'contactPoints' | 'addresses' | 'country'>;

/** What follows from what is known already: the e-mail's domain, the tax number's form, prefixes, the postal code. Asks nobody. */
export const fromWhatIsKnown: Enricher = {
  name: 'known',
  reads: ['kind', 'givenName', 'familyName', 'taxId', 'taxCountry', 'iban', 'contactPoints', 'addresses', 'country'],
  propose: (told) => {
    const known = told as Known;
    return [...website(known), ...names(known), ...legalForm(known), ...countryAndLanguage(known), ...province(known)];
  },
};

function website({ kind, contactPoints }: Known): EnrichmentProposal[] {
  if (kind !== 'ORGANISATION') return [];
  const domains = contactPoints.filter((point) => point.kind === 'EMAIL' && point.valid && !point.bounced).flatMap(({ normalised }) => domainOf(normalised) ?? []);
  const [domain] = domains.filter((one) => !isFreeMail(one));
  return domain === undefined ? [] : [{
    field: 'website', value: `https://${domain}`, confidence: 'LIKELY', because: inBoth(`E-mail at ${domain}`, `Correo en ${domain}`),
  }];
}

function domainOf(email: string): string | undefined {
  const read = normaliseEmail(email);
  return isRefused(read) ? undefined : read.slice(read.lastIndexOf('@') + 1);
}

/** Of a whole name in one of the two fields the first word is taken for the given name, as when a customer is made; written «family, given». */
function names({ kind, givenName, familyName }: Known): EnrichmentProposal[] {
  const whole = givenName ?? familyName;
  if (kind !== 'PERSON' || whole === null || (givenName !== null && familyName !== null)) return [];
  const [given = '', ...family] = whole.split(' ');
  return family.length === 0 ? [] : [{
    field: 'name', value: `${family.join(' ')}, ${given}`, confidence: 'LIKELY', because: inBoth('Both names stand in one field', 'Nombre y apellidos están en un solo campo'),
  }];
}

function legalForm({ kind, taxId, taxCountry }: Known): EnrichmentProposal[] {
  if (kind !== 'ORGANISATION' || taxId === null || taxCountry !== 'ES') return [];
  const read = validateTaxId(taxId, 'ES');
  const form = isRefused(read) || read.kind !== 'CIF' ? undefined : legalFormOf(read.value);
  return form === undefined ? [] : [{
    field: 'tags', value: form.tag, confidence: 'CERTAIN', because: inBoth(`Tax number with ${taxId.slice(0, 1)}: ${form.en}`, `NIF con ${taxId.slice(0, 1)}: ${form.es}`),
  }];
}

interface Sign {
  readonly country: string;
  readonly because: EnrichmentProposal['because'];
}

/** What tells a country, the surest first. */
function signs({ taxId, taxCountry, contactPoints, iban }: Known): Sign[] {
  const tax = taxId === null || taxCountry === null ? undefined : validateTaxId(taxId, taxCountry);
  const bank = iban === null ? undefined : validateIban(iban);
  const phones = contactPoints.filter(({ kind, valid }) => valid && (kind === 'PHONE' || kind === 'MOBILE')).map(({ normalised }) => normalisePhone(normalised, ''));
  const endings = contactPoints.filter(({ kind }) => kind === 'EMAIL').flatMap(({ normalised }) => endingOf(normalised) ?? []);
  return [
    ...(tax && !isRefused(tax) && tax.valid ? [{ country: tax.country, because: inBoth(`Tax number of ${tax.country}`, `Número fiscal de ${tax.country}`) }] : []),
    ...phones.flatMap((phone) => (isRefused(phone) || !phone.valid || phone.country === null ? []
      : [{ country: phone.country, because: inBoth(`Telephone of ${phone.country}`, `Teléfono de ${phone.country}`) }])),
    ...(bank && !isRefused(bank) ? [{ country: bank.country, because: inBoth(`Bank account in ${bank.country}`, `Cuenta bancaria en ${bank.country}`) }] : []),
    ...endings.map((country) => ({ country, because: inBoth(`E-mail ends in .${country.toLowerCase()}`, `El correo termina en .${country.toLowerCase()}`) })),
  ];
}

/** Endings that are a country's and are used by everybody. */
const everybodys = new Set(['IO', 'CO', 'ME', 'TV', 'AI', 'FM', 'LY', 'TO', 'CC', 'WS', 'GG', 'SH']);

function endingOf(email: string): string | undefined {
  const ending = (domainOf(email)?.split('.').at(-1) ?? '').toUpperCase();
  const country = ending === 'UK' ? 'GB' : ending;
  return isCountry(country) && !everybodys.has(country) ? country : undefined;
}

function countryAndLanguage(known: Known): EnrichmentProposal[] {
  const [first] = signs(known);
  const country: EnrichmentProposal[] = first === undefined ? [] : [{ field: 'country', value: first.country, because: first.because, confidence: 'LIKELY' }];
  const from = known.country === null ? first : { country: known.country, because: inBoth(`Customer in ${known.country}`, `Cliente en ${known.country}`) };
  const language = from && languageOf(from.country);
  return language === undefined ? country : [...country, { field: 'language', value: language, because: from!.because, confidence: 'LIKELY' }];
}

/** The language that most speak in a country, by the likely subtags of Unicode CLDR; none where several share it. */
function languageOf(country: string): string | undefined {
  if (['BE', 'CH', 'LU', 'CA', 'IN', 'SG', 'ZA'].includes(country)) return undefined;
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return language === 'und' ? undefined : language;
}

function province({ addresses: [main] }: Known): EnrichmentProposal[] {
  const told = main?.country === 'ES' && main.postalCode !== null ? provinceOfPostalCode(main.postalCode) : null;
  return told === null ? [] : [{
    field: 'province', value: told, confidence: 'CERTAIN', because: inBoth(`Postal code ${main?.postalCode}`, `Código postal ${main?.postalCode}`),
  }];
}
