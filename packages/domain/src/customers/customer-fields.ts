import { parseDate, type PlainDate } from '#calendar';
import { channels, countryCode } from '#contacts';
import { validateIban, validateTaxId } from '#identity';
import { isRefused, type Refusal, refuse } from '#refusal';
import { type CustomerFields, type CustomerFieldsInput, type CustomerKind, customerKinds } from './customer.ts';
import { prepareName } from './customer-name.ts';
import { customerSources } from './source.ts';
import { normaliseTags } from './tags.ts';

/** All of a customer's own fields from what was entered; refuses the first that is wrong, naming it. */
export function prepareFields(kind: CustomerKind, input: CustomerFieldsInput, companyCountry: string): CustomerFields | Refusal {
  if (!customerKinds.includes(kind)) return refuse('INVALID', { field: 'kind', details: { value: kind } });
  if (input.source && !customerSources.includes(input.source)) return refuse('INVALID', { field: 'source', details: { value: input.source } });
  if (input.preferredChannel && !channels.includes(input.preferredChannel)) {
    return refuse('INVALID', { field: 'preferredChannel', details: { value: input.preferredChannel } });
  }
  const name = prepareName(kind, input);
  if (isRefused(name)) return name;
  const taxId = prepareTaxId(input, companyCountry);
  if (isRefused(taxId)) return taxId;
  const language = prepareLanguage(input.language);
  if (isRefused(language)) return language;
  const tags = normaliseTags(input.tags ?? []);
  if (isRefused(tags)) return tags;
  const birthDate = prepareBirthDate(input.birthDate);
  if (isRefused(birthDate)) return birthDate;
  const iban = prepareIban(input.iban);
  if (isRefused(iban)) return iban;
  return {
    kind, ...name, ...taxId, birthDate, iban, language, source: input.source ?? null, preferredChannel: input.preferredChannel ?? null,
    doNotContact: input.doNotContact ?? false, tags,
  };
}

type TaxNumber = Pick<CustomerFields, 'taxId' | 'taxCountry'>;

function prepareTaxId({ taxId, taxCountry }: CustomerFieldsInput, companyCountry: string): TaxNumber | Refusal {
  if (!taxId?.trim()) return { taxId: null, taxCountry: null };
  const country = taxCountry?.trim() ? countryCode(taxCountry) : companyCountry;
  if (country === null) return refuse('INVALID', { field: 'taxCountry', details: { value: taxCountry ?? '' } });
  const checked = validateTaxId(taxId, country);
  return isRefused(checked) ? { ...checked, field: 'taxId' } : { taxId: checked.value, taxCountry: checked.country };
}

function prepareBirthDate(text: string | null | undefined): PlainDate | null | Refusal {
  if (!text?.trim()) return null;
  const date = parseDate(text);
  return isRefused(date) ? { ...date, field: 'birthDate' } : date;
}

function prepareIban(text: string | null | undefined): string | null | Refusal {
  if (!text?.trim()) return null;
  const iban = validateIban(text);
  return isRefused(iban) ? { ...iban, field: 'iban' } : iban.value;
}

function prepareLanguage(text: string | null | undefined): string | null | Refusal {
  if (!text?.trim()) return null;
  const found = /^([a-z]{2,3})(?:[-_][a-z\d]+)*$/i.exec(text.trim());
  return found?.[1]?.toLowerCase() ?? refuse('INVALID_FORMAT', { field: 'language', details: { value: text, example: 'es' } });
}
