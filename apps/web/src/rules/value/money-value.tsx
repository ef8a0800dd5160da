import { DecimalField, useFormatting } from '#design';
import { isRefused } from '@orbita/domain/refusal';
import { formatDecimal, parseMoney } from '@orbita/domain/money';
import type { ValueProps } from './value-props.ts';

function symbolOf(language: string, currency: string): string {
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** An amount in the company's currency; kept as whole minor units. */
export function MoneyValue({ leaf, label, error, onChange }: ValueProps) {
  const { language, currency } = useFormatting();
  const given = leaf.is === 'in' ? leaf.values?.[0] : leaf.value;
  const change = (text: string) => {
    const { value: _, values: __, ...rest } = leaf;
    const read = text === '' ? undefined : parseMoney(text, currency);
    if (read === undefined || isRefused(read)) return onChange(leaf.is === 'in' ? { ...rest, values: [] } : rest);
    return onChange(leaf.is === 'in' ? { ...rest, values: [read.amount] } : { ...rest, value: read.amount });
  };
  return (
    <DecimalField
      size="xs" w={130} aria-label={label} error={error} unit={symbolOf(language, currency)} onChange={change}
      value={typeof given === 'number' ? formatDecimal({ amount: given, currency }).replace(/\.0+$/, '') : ''}
    />
  );
}
