import { formatDate, formatMoney, numberFormat, useFormatting } from '#design';
import type { FieldDefinition } from '@orbita/domain/facts';
import { toIso } from '@orbita/domain/calendar';
import { formatDecimal } from '@orbita/domain/money';
import { describeRule, type LabelOf, leavesOf, type Rule } from '@orbita/domain/rules';
import { catalogue } from '../tree/catalogue.ts';
import { choiceLabel } from './open-values.ts';
import { useFoundNames } from './use-found-names.ts';
import { useRuleNames } from './use-rule-names.ts';

type Referred = 'product' | 'customer';

function idsOf(rule: Rule | undefined, kind: Referred): readonly string[] {
  if (!rule) return [];
  const ids = [...leavesOf(rule)].flatMap(({ leaf, relation }) => {
    const fields = relation ? catalogue.relations[relation].fields : [...catalogue.facts.values()];
    if (fields.find(({ key }) => key === leaf.fact)?.references !== kind) return [];
    if ('values' in leaf) return leaf.values.map(String);
    return 'value' in leaf ? [String(leaf.value)] : [];
  });
  return [...new Set(ids)].toSorted();
}

/** How constants of this rule are shown to this reader: names, money, days in the company's zone. */
export function useLabelOf(rule: Rule | undefined): LabelOf {
  const { language, currency, timeZone } = useFormatting();
  const names = useRuleNames();
  const products = useFoundNames('product', idsOf(rule, 'product'));
  const customers = useFoundNames('customer', idsOf(rule, 'customer'));
  return (field: FieldDefinition, value) => {
    if (typeof value === 'number') {
      if (field.unit === 'money') return formatMoney(language, formatDecimal({ amount: value, currency }), currency);
      if (field.type === 'instant') return formatDate(language, toIso(value), 'day', timeZone);
      return field.unit === undefined || field.unit === 'count' ? numberFormat(language).format(value) : undefined;
    }
    const id = String(value);
    switch (field.references) {
      case undefined: return field.type === 'enum' ? choiceLabel(field, id, language) : undefined;
      case 'product': return products.get(id) ?? '…';
      case 'customer': return customers.get(id) ?? '…';
      case 'campaign': return '…';
      default: return names[field.references].find((named) => named.id === id)?.name ?? '…';
    }
  };
}

/** Says any part of this rule in the reader's words. */
export function useTelling(rule: Rule | undefined): (part: Rule) => string {
  const { language } = useFormatting();
  const labelOf = useLabelOf(rule);
  return (part) => describeRule(part, catalogue, language, labelOf);
}
