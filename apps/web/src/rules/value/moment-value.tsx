import { DateField, useFormatting } from '#design';
import { localDate, startOfDay } from '@orbita/domain/calendar';
import type { ValueProps } from './value-props.ts';

/** A day in the company's zone; the moment is where it begins. */
export function MomentValue({ leaf, label, error, onChange }: ValueProps) {
  const { timeZone } = useFormatting();
  const change = (date: string) => {
    const { value: _, ...rest } = leaf;
    onChange(/^\d{4}-\d{2}-\d{2}$/.test(date) ? { ...rest, value: startOfDay(date, timeZone) } : rest);
  };
  return (
    <DateField
      size="xs" w={130} aria-label={label} error={error} value={typeof leaf.value === 'number' ? localDate(leaf.value, timeZone) : ''} onChange={change}
    />
  );
}
