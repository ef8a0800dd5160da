/** A decimal number held exactly: `units` × 10^−`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const decimalText = /^([+-]?)(\d{1,30})(?:\.(\d{1,18}))?$/;

/** Reads plain decimal text (`-12.50`, point as separator, no grouping); null when it is none. */
export function readDecimal(text: string): Decimal | null {
  const found = decimalText.exec(text.trim());
  if (!found) return null;
  const [, sign, whole = '', fraction = ''] = found;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** Whether a text is plain decimal text. */
export function isDecimalText(text: string): boolean {
  return readDecimal(text) !== null;
}

/** Decimal text of `units` × 10^−`scale`, with exactly `scale` digits after the point. */
export function writeDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** Division rounded half up in magnitude: −0.5 becomes −1, so that a credit note mirrors its invoice to the cent. */
export function divideHalfUp(numerator: bigint, divisor: bigint): bigint {
  const negative = numerator < 0n !== divisor < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

/** 10^`exponent`. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** The integer nearest to a decimal times 10^`digits`, half up in magnitude. */
export function scaleHalfUp({ units, scale }: Decimal, digits: number): bigint {
  return scale <= digits ? units * powerOfTen(digits - scale) : divideHalfUp(units, powerOfTen(scale - digits));
}

/** Decimal text in its plainest form: no sign +, no leading zeros, no zeros after the last digit; null when it is none. */
export function plainDecimal(text: string): string | null {
  const read = readDecimal(text);
  if (!read) return null;
  let { units, scale } = read;
  while (scale > 0 && units % 10n === 0n) [units, scale] = [units / 10n, scale - 1];
  return writeDecimal({ units, scale });
}

/** How many digits a number may have before and after the point. */
export interface Digits {
  readonly whole: number;
  readonly fraction: number;
}

/** Whether a decimal text has at most so many digits, so that the database keeps it whole. */
export function fitsDigits(text: string, { whole, fraction }: Digits): boolean {
  const plain = plainDecimal(text);
  if (plain === null) return false;
  const [before = '', after = ''] = plain.replace('-', '').split('.');
  return before.replace(/^0+/, '').length <= whole && after.length <= fraction;
}

/** The decimal nearest to this one with so many digits after the point, half up in magnitude; both plain decimal text. */
export function roundDecimal(text: string, digits: number): string {
  const read = readDecimal(text);
  if (!read) throw new RangeError(`Not plain decimal text: ${text}`);
  return plainDecimal(writeDecimal({ units: scaleHalfUp(read, digits), scale: digits })) ?? '0';
}

/** −1, 0 or 1 as `a` is below, equal to or above `b`; both must be plain decimal text. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = atOneScale(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The exact sum of two plain decimal texts. */
export function addDecimals(a: string, b: string): string {
  const [left, right, scale] = atOneScale(a, b);
  return plainDecimal(writeDecimal({ units: left + right, scale })) ?? '0';
}

/** `a`, `b` as integers of one scale; a text that is no decimal is a bug. */
export function atOneScale(a: string, b: string): [bigint, bigint, number] {
  const [left, right] = [readDecimal(a), readDecimal(b)];
  if (!left || !right) throw new RangeError(`Not plain decimal text: ${left ? b : a}`);
  const scale = Math.max(left.scale, right.scale);
  return [left.units * powerOfTen(scale - left.scale), right.units * powerOfTen(scale - right.scale), scale];
}
