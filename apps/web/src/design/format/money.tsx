import { formatMoney, type MoneyStyle } from './format-money.ts';
import { useFormatting } from './formatting.tsx';

interface MoneyProps extends MoneyStyle {
  readonly amount: string;
  readonly currency?: string;
}

export function Money({ amount, currency, ...style }: MoneyProps) {
  const formatting = useFormatting();
  return <span className="num">{formatMoney(formatting.language, amount, currency ?? formatting.currency, style)}</span>;
}
