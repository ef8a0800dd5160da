import { mayReadField, type Role, type Viewer } from '@orbita/domain/access';
import type { FieldDefinition } from '@orbita/domain/facts';
import { type CustomerSource, customerSourceLabels } from '@orbita/domain/customers';
import { formatDecimal } from '@orbita/domain/money';
import { type Catalogue, describeRule, type LabelOf, type Rule } from '@orbita/domain/rules';
import type { RequestContext } from './request-context.ts';

type Told = Pick<RequestContext, 'company' | 'viewer'>;

/** A rule as this viewer reads it: in his language, with the company's money and days. */
export const ruleText = (rule: Rule, catalogue: Catalogue, told: Told): string =>
  describeRule(rule, knownTo(told.viewer, catalogue), told.viewer.language, labelOf(told));

/** Without the company's own fields that are for other roles: as everywhere, they are to him as if they were not there. */
function knownTo({ role }: Viewer, catalogue: Catalogue): Catalogue {
  const kept = known.get(catalogue) ?? new Map<Role, Catalogue>();
  known.set(catalogue, kept);
  const found = kept.get(role) ?? whatIsKnown(role, catalogue);
  kept.set(role, found);
  return found;
}

// A catalogue is made anew when a field is, and told of thousands of times in between.
const known = new WeakMap<Catalogue, Map<Role, Catalogue>>();

function whatIsKnown(role: Role, catalogue: Catalogue): Catalogue {
  const isKnown = ({ readers }: FieldDefinition) => readers === undefined || mayReadField(role, { readers });
  const relations = Object.entries(catalogue.relations).map(([name, { label, fields }]) => [name, { label, fields: fields.filter(isKnown) }]);
  return {
    ...catalogue, facts: new Map([...catalogue.facts].filter(([, fact]) => isKnown(fact))),
    relations: Object.fromEntries(relations) as Catalogue['relations'],
  };
}

/** Amounts, days, countries and sources in words; what else is described by its field. */
export const labelOf = ({ company, viewer: { language } }: Told): LabelOf => (field, value) => {
  if (typeof value === 'string') return nameOf(field, value, language);
  if (typeof value !== 'number') return undefined;
  if (field.unit === 'money') return tellMoney(value, company.currency, language);
  return field.type === 'instant' ? tellDay(value, company.zone, language) : undefined;
};

// As the web app writes both: English of Europe.
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'es-ES');

function nameOf({ key, type }: FieldDefinition, value: string, language: 'en' | 'es'): string | undefined {
  if (type !== 'enum') return undefined;
  if (/(^|\.)country$/.test(key)) return /^[A-Z]{2}$/.test(value) ? new Intl.DisplayNames(localeOf(language), { type: 'region' }).of(value) : undefined;
  return /(^|\.)source$/.test(key) ? customerSourceLabels[value as CustomerSource]?.[language] : undefined;
}

/** A day, as the web app writes it. */
export const tellDay = (at: number, timeZone: string, language: string): string => dayFormat(language, timeZone).format(at);

const tellMoney = (amount: number, currency: string, language: string): string =>
  moneyFormat(language, currency).format(formatDecimal({ amount, currency }) as Intl.StringNumericLiteral);

const dayFormat = keptFormat((language, timeZone) => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone }));
const moneyFormat = keptFormat((language, currency) =>
  new Intl.NumberFormat(localeOf(language), { style: 'currency', currency, useGrouping: 'always' } as Intl.NumberFormatOptions));

/** To make a format takes fifty times as long as to use it; there are as many as zones and currencies of one company. */
function keptFormat<Format>(make: (language: string, of: string) => Format): (language: string, of: string) => Format {
  const kept = new Map<string, Format>();
  return (language, of) => {
    const key = `${language} ${of}`;
    const format = kept.get(key) ?? make(language, of);
    kept.set(key, format);
    return format;
  };
}
