export { decimalOrText, decimalText, typedDecimal } from './typed-decimal.ts';
export { DateText } from './date-text.tsx';
export { type DateStyle, formatDate, formatSpan } from './format-date.ts';
export { formatMoney } from './format-money.ts';
export { dateFormat, numberFormat } from './formatters.ts';
export { FormattingProvider, useFormatting } from './formatting.tsx';
export { Money } from './money.tsx';
export { NumberText } from './number-text.tsx';
export { RelativeTime, useNow } from './relative-time.tsx';
