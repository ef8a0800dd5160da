import { formatMoney, numberFormat } from '#design';
import { catalogue } from '#rules';
import { m } from '#words';
import { isCustomFact } from '@orbita/domain/custom-fields';
import { formatDecimal } from '@orbita/domain/money';
import { fieldNamed } from '@orbita/domain/rules';

interface Reading {
  readonly language: 'en' | 'es';
  readonly currency: string;
  readonly nameOf: (id: string) => string | undefined;
}

/** A value of one of the company's own fields as its record shows it; undefined for other fields, and where it is plain. */
export function ownValue(field: string, value: unknown, { language, currency, nameOf }: Reading): string | undefined {
  const fact = isCustomFact(field) ? fieldNamed(catalogue, field) : undefined;
  if (!fact) return undefined;
  const word = (one: unknown): string => fact.valueLabels?.[String(one)]?.[language] ?? String(one);
  if (Array.isArray(value)) return value.map(word).join(', ');
  if (typeof value === 'number') {
    if (fact.unit === 'money') return formatMoney(language, formatDecimal({ amount: value, currency }), currency);
    const digits = fact.decimals ?? 0;
    return numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value / 10 ** digits);
  }
  if (fact.references === 'user') return nameOf(String(value)) ?? m.timeline_somebody();
  if (fact.references === 'customer') return m.timeline_somebody();
  return fact.type === 'enum' ? word(value) : undefined;
}
