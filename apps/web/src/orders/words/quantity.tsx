import { numberFormat, useFormatting } from '#design';

/** An exact decimal without the zeros that the database keeps behind it. */
export function Quantity({ value }: { readonly value: string }) {
  const { language } = useFormatting();
  return <span className="num">{numberFormat(language, { maximumFractionDigits: 4 }).format(value as Intl.StringNumericLiteral)}</span>;
}
