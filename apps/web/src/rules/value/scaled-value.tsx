import { DecimalField, useFormatting } from '#design';
import { minorDigits, plainDecimal, readDecimal, writeDecimal } from '@orbita/domain/money';
import { useState } from 'react';
import type { ValueProps } from './value-props.ts';

function symbolOf(language: string, currency: string): string {
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** A text as so many of the last digits after the point; undefined for what is none, or has more of them. */
function unitsOf(text: string, digits: number): number | undefined {
  const read = readDecimal(text);
  if (!read || read.scale > digits) return undefined;
  const units = Number(read.units) * 10 ** (digits - read.scale);
  return Number.isSafeInteger(units) ? units : undefined;
}

/** An amount in the company's currency, or a number with decimals; kept as whole units of the last digit. */
export function ScaledValue({ field, leaf, label, error, onChange }: ValueProps) {
  const { language, currency } = useFormatting();
  const isMoney = field.unit === 'money';
  const digits = isMoney ? minorDigits(currency) : field.decimals ?? 0;
  const [typed, setTyped] = useState('');
  const given = leaf.is === 'in' ? leaf.values?.[0] : leaf.value;
  const change = (text: string) => {
    setTyped(text);
    const { value: _, values: __, ...rest } = leaf;
    const units = unitsOf(text, digits);
    if (units === undefined) return onChange(leaf.is === 'in' ? { ...rest, values: [] } : rest);
    return onChange(leaf.is === 'in' ? { ...rest, values: [units] } : { ...rest, value: units });
  };
  // What has too many digits is no value, and stands there all the same: somebody is still at it.
  const tooFine = unitsOf(typed, digits) === undefined ? typed : '';
  return (
    <DecimalField
      size="xs" w={130} aria-label={label} error={error} {...(isMoney ? { unit: symbolOf(language, currency) } : {})} onChange={change}
      value={typeof given === 'number' ? plainDecimal(writeDecimal({ units: BigInt(given), scale: digits })) ?? '' : tooFine}
    />
  );
}
