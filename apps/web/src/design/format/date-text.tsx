import { type DateStyle, formatDate } from './format-date.ts';
import { useFormatting } from './formatting.tsx';

interface DateTextProps {
  /** A calendar date (2026-11-22) or an instant (2026-11-22T09:30:00Z). */
  readonly value: string;
  readonly style?: DateStyle;
}

export function DateText({ value, style = 'day' }: DateTextProps) {
  const { language, timeZone } = useFormatting();
  return <time className="num" dateTime={value}>{formatDate(language, value, style, timeZone)}</time>;
}
