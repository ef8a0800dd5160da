export { allocate } from './allocate.ts';
export { isDecimalText, readDecimal, type Decimal, writeDecimal } from './decimal.ts';
export { lineAmount, type LineParts } from './line-amount.ts';
export {
  add, convert, formatDecimal, isCurrency, isMoney, minorDigits, money, type Money, multiply, negate, parseMoney, sum,
} from './money.ts';
