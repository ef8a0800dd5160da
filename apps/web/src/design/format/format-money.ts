import { numberFormat } from './formatters.ts';

export interface MoneyStyle {
  /** 136.6M instead of 136,600,000.00: for headings and charts, never for documents. */
  readonly compact?: boolean;
  /** Without cents when they do not matter, as in lists. */
  readonly whole?: boolean;
}

/** `amount` is the decimal text of the API: Intl reads it exactly, where a float would lose cents. */
export function formatMoney(language: 'en' | 'es', amount: string, currency: string, { compact, whole }: MoneyStyle = {}): string {
  const shape: Intl.NumberFormatOptions = compact
    ? { notation: 'compact', maximumFractionDigits: 1 }
    : whole ? { maximumFractionDigits: 0 } : {};
  return numberFormat(language, { style: 'currency', currency, ...shape }).format(amount as Intl.StringNumericLiteral);
}
