import { parseMoney } from '@orbita/domain/money';
import { isRefused, type Refusal } from '@orbita/domain/refusal';

/** An amount as entered, in minor units; what is absent or taken back stays so. */
export function minorUnits(text: string | null | undefined, currency: string, field: string): number | null | undefined | Refusal {
  if (text === null || text === undefined) return text;
  const money = parseMoney(text, currency);
  return isRefused(money) ? { ...money, field } : money.amount;
}
