import { useFormatting } from '../format/formatting.tsx';
import { NumberField } from './fields.tsx';
import type { NumberInputProps } from '@mantine/core';

interface DecimalFieldProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'onValueChange' | 'defaultValue'> {
  /** An exact decimal as the API writes it, or empty. */
  readonly value: string;
  readonly onChange: (decimal: string) => void;
}

/** An exact decimal in the reader's writing: point or comma, whichever he types. */
export function DecimalField({ value, onChange, ...rest }: DecimalFieldProps) {
  const { language } = useFormatting();
  return (
    <NumberField
      decimalSeparator={language === 'es' ? ',' : '.'} allowedDecimalSeparators={['.', ',']} valueIsNumericString {...rest} value={value}
      onValueChange={({ value: next }, { source }) => String(source) === 'event' && onChange(next)}
    />
  );
}
