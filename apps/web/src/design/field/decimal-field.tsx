import { m } from '#words';
import type { TextInputProps } from '@mantine/core';
import { plainDecimal } from '@orbita/domain/money';
import { useEffect, useRef, useState } from 'react';
import { useFormatting } from '../format/formatting.tsx';
import { decimalText, typedDecimal } from '../format/typed-decimal.ts';
import { TextField } from './fields.tsx';

interface DecimalFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'type'> {
  /** An exact decimal as the API writes it, or empty. */
  readonly value: string;
  /** `typed`: as it stands there, where that is no number. */
  readonly onChange: (decimal: string, typed: string) => void;
  readonly allowNegative?: boolean;
  /** What it is counted in, behind it. */
  readonly unit?: string;
}

const isSameNumber = (a: string, b: string): boolean => {
  const plain = plainDecimal(a);
  return plain !== null && plain === plainDecimal(b);
};

/** An exact decimal as people write it, thousands grouped or not, in the signs of either language. */
export function DecimalField({ value, onChange, allowNegative = true, unit, error, onBlur, onFocus, ...rest }: DecimalFieldProps) {
  const { language } = useFormatting();
  const [text, setText] = useState(decimalText(value, language));
  const [wrong, setWrong] = useState(false);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    // Who keeps the same number in another form does not rewrite what is being typed: 12.0 may be on its way to 12.05.
    const isSame = isSameNumber(value, told.current);
    told.current = value;
    if (isSame) return;
    setText(decimalText(value, language));
    setWrong(false);
  }, [value, language]);
  const read = (typed: string): string | undefined => {
    const decimal = typedDecimal(typed, language);
    return decimal?.startsWith('-') && !allowNegative ? undefined : decimal;
  };
  const type = (typed: string) => {
    setText(typed);
    setWrong(false);
    // What is no number is nothing: never the beginning of it that was one.
    told.current = read(typed) ?? '';
    onChange(told.current, typed);
  };
  const leave = () => {
    const decimal = read(text);
    setWrong(decimal === undefined);
    if (decimal !== undefined) setText(decimalText(decimal, language));
  };
  return (
    <TextField
      inputMode="decimal" autoComplete="off" {...rest} {...(unit ? { rightSection: <span>{unit}</span>, rightSectionWidth: unit.length > 1 ? 44 : 26 } : {})}
      data-unread={read(text) === undefined || undefined} value={text} error={error || (wrong ? m.design_number_wrong() : undefined)} onChange={(event) => type(event.currentTarget.value)}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onBlur={(event) => {
        leave();
        onBlur?.(event);
      }}
    />
  );
}
