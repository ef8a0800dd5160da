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
