import { formatDecimal } from '@orbita/domain/money';
import { type Catalogue, describeRule, type LabelOf, type Rule } from '@orbita/domain/rules';
import type { RequestContext } from './request-context.ts';

type Told = Pick<RequestContext, 'company' | 'viewer'>;

/** A rule as this viewer reads it: in his language, with the company's money and days. */
export const ruleText = (rule: Rule, catalogue: Catalogue, told: Told): string =>
  describeRule(rule, catalogue, told.viewer.language, labelOf(told));

/** Amounts and days in words; what else is described by its field. */
export const labelOf = ({ company, viewer: { language } }: Told): LabelOf => (field, value) => {
  if (typeof value !== 'number') return undefined;
  if (field.unit === 'money') return tellMoney(value, company.currency, language);
  return field.type === 'instant' ? tellDay(value, company.zone, language) : undefined;
};

// As the web app writes both: English of Europe.
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'es-ES');

const tellDay = (at: number, timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone }).format(at);

const tellMoney = (amount: number, currency: string, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'currency', currency, useGrouping: 'always' } as Intl.NumberFormatOptions)
    .format(formatDecimal({ amount, currency }) as Intl.StringNumericLiteral);
