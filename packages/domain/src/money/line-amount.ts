import { isRefused, type Refusal, refuse } from '#refusal';
import { readDecimal, scaleHalfUp } from './decimal.ts';
import { fromUnits, minorDigits, type Money, refuseDecimal } from './money.ts';

/** What a line is made of, as decimal texts; the discount is in percent, 0–100. */
export interface LineParts {
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discountPercent?: string | undefined;
}

/** quantity × unit price × (1 − discount/100), exact, rounded once at the end, half up in magnitude. */
export function lineAmount(parts: LineParts, currency: string): Money | Refusal {
  const quantity = readDecimal(parts.quantity);
  if (!quantity) return refuseDecimal(parts.quantity, 'quantity');
  const price = readDecimal(parts.unitPrice);
  if (!price) return refuseDecimal(parts.unitPrice, 'unitPrice');
  const kept = keptShare(parts.discountPercent ?? '0');
  if (isRefused(kept)) return kept;
  const exact = { units: quantity.units * price.units * kept.units, scale: quantity.scale + price.scale + kept.scale };
  return fromUnits(scaleHalfUp(exact, minorDigits(currency)), currency);
}

/** What remains of 1 after a discount in percent, exactly. */
function keptShare(discountPercent: string): { units: bigint; scale: number } | Refusal {
  const discount = readDecimal(discountPercent);
  if (!discount) return refuseDecimal(discountPercent, 'discountPercent');
  const hundred = 100n * 10n ** BigInt(discount.scale);
  if (discount.units < 0n || discount.units > hundred) {
    return refuse('OUT_OF_RANGE', { field: 'discountPercent', details: { minimum: 0, maximum: 100 } });
  }
  return { units: hundred - discount.units, scale: discount.scale + 2 };
}
