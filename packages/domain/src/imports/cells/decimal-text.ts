import { readDecimal, writeDecimal } from '#money';

export { readDecimal };

/** The product of two decimal texts, exact, without zeros at the end. */
export function scaleDecimal(text: string, times: string): string {
  const left = readDecimal(text);
  const right = readDecimal(times);
  if (!left || !right) throw new Error(`Not decimal text: ${text} × ${times}`);
  let units = left.units * right.units;
  let scale = left.scale + right.scale;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return writeDecimal({ units, scale });
}

/** −1, 0 or 1 as the first number is smaller, equal or greater; null when the text is no number. */
export function compareDecimal(text: string, number: string): number | null {
  const left = readDecimal(text);
  const right = readDecimal(number);
  if (!left || !right) return null;
  const scale = Math.max(left.scale, right.scale);
  const difference = left.units * 10n ** BigInt(scale - left.scale) - right.units * 10n ** BigInt(scale - right.scale);
  return difference < 0n ? -1 : Number(difference > 0n);
}
