import { dateFormat, formatMoney } from '#design';
import { catalogue } from '#rules';
import { formatDecimal } from '@orbita/domain/money';
import type { FieldDefinition } from '@orbita/domain/facts';
import { describeRule, type LabelOf, type Leaf, type Rule } from '@orbita/domain/rules';
import { fromCode } from './countries.ts';

export interface Telling {
  readonly language: 'en' | 'es';
  readonly currency: string;
  readonly timeZone: string;
  readonly nameOf: (id: string) => string | undefined;
}

function labelOf({ language, currency, timeZone, nameOf }: Telling): LabelOf {
  return (field: FieldDefinition, value) => {
    if (field.unit === 'money' && typeof value === 'number') return formatMoney(language, formatDecimal({ amount: value, currency }), currency);
    if (field.type === 'instant' && typeof value === 'number') return dateFormat(language, { dateStyle: 'medium', timeZone }).format(value);
    if (field.type === 'id') return nameOf(String(value)) ?? '…';
    return field.key === 'country' ? fromCode(language, String(value)) : undefined;
  };
}

/** A whole rule in the reader's words. */
export const describe = (rule: Rule, telling: Telling): string => describeRule(rule, catalogue, telling.language, labelOf(telling));

/** A predicate as a chip shows it: the fact, and what is asked of it. */
export function describeFilter(leaf: Leaf, telling: Telling): { readonly name: string; readonly value: string } {
  const text = describe(leaf, telling);
  const name = catalogue.facts.get(leaf.fact)?.label[telling.language];
  if (name === undefined || !text.startsWith(name)) return { name: leaf.fact, value: text };
  return { name, value: text.slice(name.length).replace(/^:?\s*/, '') };
}
