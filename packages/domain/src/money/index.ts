export { allocate } from './allocate.ts';
export { addDecimals, compareDecimals, type Decimal, type Digits, fitsDigits, isDecimalText, plainDecimal, readDecimal, roundDecimal, writeDecimal } from './decimal.ts';
export { lineAmount, type LineParts } from './line-amount.ts';
export {
  add, convert, formatDecimal, isCurrency, isMoney, minorDigits, money, type Money, multiply, negate, parseMoney, portion,
  sum,
} from './money.ts';
