import { numberFormat } from './formatters.ts';
import { useFormatting } from './formatting.tsx';

interface NumberTextProps {
  readonly value: number;
  readonly digits?: number;
  /** A share between 0 and 1, shown as a percentage. */
  readonly percent?: boolean;
  readonly compact?: boolean;
}

/** A number in the viewer's language, its digits of equal width. */
export function NumberText({ value, digits = 0, percent = false, compact = false }: NumberTextProps) {
  const { language } = useFormatting();
  const options: Intl.NumberFormatOptions = {
    maximumFractionDigits: compact && digits === 0 ? 1 : digits,
    minimumFractionDigits: digits,
    ...(percent ? { style: 'percent' } : {}),
    ...(compact ? { notation: 'compact', minimumFractionDigits: 0 } : {}),
  };
  return <span className="num">{numberFormat(language, options).format(value)}</span>;
}
