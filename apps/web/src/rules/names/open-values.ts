import type { FieldDefinition } from '@orbita/domain/facts';
import { m } from '#words';
import type { OrderChannel } from '@orbita/domain/orders';
import type { Channel } from '@orbita/domain/contacts';
import { type CustomerSource, customerSourceLabels } from '@orbita/domain/customers';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const orderChannels = (): Record<OrderChannel, string> => ({
  SALES_REP: m.rules_channel_sales_rep(), WEB_SHOP: m.rules_channel_web_shop(), SHOP: m.rules_channel_shop(),
  MARKETPLACE: m.rules_channel_marketplace(), PHONE: m.rules_channel_phone(), EMAIL: m.rules_channel_email(),
  MESSAGING: m.rules_channel_messaging(), FAIR: m.rules_channel_fair(), PARTNER: m.rules_channel_partner(), OTHER: m.rules_channel_other(),
});
const contactChannels = (): Record<Channel, string> => ({
  EMAIL: m.rules_channel_email(), PHONE: m.rules_channel_phone(), MESSAGING: m.rules_channel_messaging(),
});

const sources = (language: 'en' | 'es'): Record<CustomerSource, string> =>
  Object.fromEntries(Object.entries(customerSourceLabels).map(([source, label]) => [source, label[language]])) as Record<CustomerSource, string>;

/** Countries of ISO 3166, as the browser names them. */
const countries = 'AD AE AL AM AO AR AT AU AZ BA BD BE BF BG BH BJ BO BR BS BY BZ CA CD CG CH CI CL CM CN CO CR CU CV CY CZ DE DK DO DZ EC EE EG ES ET FI FR GA GB GE GH GI GN GQ GR GT HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KH KR KW KZ LA LB LI LK LT LU LV LY MA MC MD ME MG MK ML MM MO MR MT MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PH PK PL PR PS PT PY QA RO RS RU RW SA SE SG SI SK SM SN SR SV SY TG TH TN TR TT TW TZ UA UG US UY UZ VA VE VN YE ZA ZM ZW'.split(' ');
const languages = 'es en ca eu gl pt fr de it nl pl ro ru uk ar zh ja tr sv da no fi el cs hu bg'.split(' ');

const displayNames = new Map<string, Intl.DisplayNames>();
function displayName(language: 'en' | 'es', type: 'region' | 'language', code: string): string {
  const key = `${language} ${type}`;
  const names = displayNames.get(key) ?? new Intl.DisplayNames(language, { type, fallback: 'code' });
  displayNames.set(key, names);
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const byName = (choices: readonly Choice[]): readonly Choice[] => choices.toSorted((a, b) => a.label.localeCompare(b.label));
const choicesOf = (labels: Readonly<Record<string, string>>): readonly Choice[] => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What an enum offers: its members, or what is known of an open one; undefined where anything may be written. */
export function choicesFor(field: FieldDefinition, language: 'en' | 'es'): readonly Choice[] | undefined {
  const { valueLabels } = field;
  if (valueLabels) return Object.entries(valueLabels).map(([value, label]) => ({ value, label: label[language] }));
  switch (field.key) {
    case 'country': return countryChoices(language);
    case 'language': return languages.map((value) => ({ value, label: displayName(language, 'language', value) }));
    case 'lastOrderChannel': case 'channel': return choicesOf(orderChannels());
    case 'preferredChannel': return choicesOf(contactChannels());
    case 'source': return field.type === 'enum' ? choicesOf(sources(language)) : undefined;
    default: return undefined;
  }
}

/** The name of one value of an enum, or undefined. */
export function choiceLabel(field: FieldDefinition, value: string, language: 'en' | 'es'): string | undefined {
  if (field.key === 'country') return displayName(language, 'region', value);
  return choicesFor(field, language)?.find((choice) => choice.value === value)?.label;
}

export const countryChoices = (language: 'en' | 'es'): readonly Choice[] =>
  byName(countries.map((value) => ({ value, label: displayName(language, 'region', value) })));

/** The same, and whatever else is chosen already. */
export const countriesWith = (chosen: readonly string[], language: 'en' | 'es'): Choice[] => [
  ...countryChoices(language), ...chosen.filter((code) => !countries.includes(code)).map((value) => ({ value, label: displayName(language, 'region', value) })),
];

/** Countries by name, as a sentence lists them. */
export const countryNames = (codes: readonly string[], language: 'en' | 'es'): string => codes.map((code) => displayName(language, 'region', code)).join(', ');
