import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { atOneScale, type Decimal, divideHalfUp, powerOfTen, readDecimal, scaleHalfUp, writeDecimal } from './decimal.ts';

/** An exact amount: a safe integer of minor units (cents) of an ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

const digitsOf = new Map<string, number>();
let currencies: ReadonlySet<string> | undefined;

/** Whether ISO 4217 knows this currency code, in capitals. */
export function isCurrency(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
}

/** Digits after the point of a currency: EUR 2, JPY 0, TND 3. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/** Money of so many minor units; throws on a fraction or an unsafe integer, which only a bug makes. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a safe integer of minor units: ${amount}`);
  return { amount: amount === 0 ? 0 : amount, currency };
}

/** The sum of two amounts; refuses two currencies. */
export function add(a: Money, b: Money): Money | Refusal {
  if (a.currency !== b.currency) return refuseBecause('INVALID', 'CURRENCIES_DIFFER', { one: a.currency, other: b.currency });
  return fromUnits(BigInt(a.amount) + BigInt(b.amount), a.currency);
}

/** The sum of amounts of one currency, zero when there are none; refuses another currency. */
export function sum(amounts: readonly Money[], currency: string): Money | Refusal {
  let total = 0n;
  for (const one of amounts) {
    if (one.currency !== currency) return refuseBecause('INVALID', 'CURRENCIES_DIFFER', { one: one.currency, other: currency });
    total += BigInt(one.amount);
  }
  return fromUnits(total, currency);
}

/** The same amount with the other sign. */
export function negate(value: Money): Money {
  return money(-value.amount, value.currency);
}

/** Money times a decimal text, exact and then half up in magnitude. */
export function multiply(value: Money, quantity: string): Money | Refusal {
  const factor = readDecimal(quantity);
  if (!factor) return refuseDecimal(quantity);
  return fromUnits(divideHalfUp(BigInt(value.amount) * factor.units, powerOfTen(factor.scale)), value.currency);
}

/** The share `part`/`whole` of an amount, half up in magnitude; decimal texts, `whole` not zero. */
export function portion(value: Money, part: string, whole: string): Money {
  const [top, bottom] = atOneScale(part, whole);
  return money(Number(divideHalfUp(BigInt(value.amount) * top, bottom)), value.currency);
}

/** Money at a rate (units of the target for one unit of the source), half up to the target's minor units. */
export function convert(value: Money, rate: string, currency: string): Money | Refusal {
  const factor = readDecimal(rate);
  if (!factor) return refuseDecimal(rate);
  if (factor.units <= 0n) return refuse('OUT_OF_RANGE', { details: { minimum: '0.000001' } });
  const exact: Decimal = {
    units: BigInt(value.amount) * factor.units,
    scale: factor.scale + minorDigits(value.currency),
  };
  return fromUnits(scaleHalfUp(exact, minorDigits(currency)), currency);
}

/** Reads plain decimal text as money; refuses more decimals than the currency has, unless they are zeros. */
export function parseMoney(text: string, currency: string): Money | Refusal {
  if (!isCurrency(currency)) return refuse('INVALID', { field: 'currency', details: { value: currency } });
  const decimal = readDecimal(text);
  if (!decimal) return refuseDecimal(text);
  const digits = minorDigits(currency);
  const units = scaleHalfUp(decimal, digits);
  const exact = units * powerOfTen(Math.max(0, decimal.scale - digits)) === decimal.units * powerOfTen(Math.max(0, digits - decimal.scale));
  if (!exact) return refuse('INVALID_FORMAT', { details: { value: text, example: formatDecimal(money(1230, currency)) } });
  return fromUnits(units, currency);
}

/** Decimal text with the currency's digits, for the API and exports: `12.30`. */
export function formatDecimal(value: Money): string {
  return writeDecimal({ units: BigInt(value.amount), scale: minorDigits(value.currency) });
}

/** Money of exact minor units; refuses what a safe integer cannot hold. */
export function fromUnits(units: bigint, currency: string): Money | Refusal {
  const amount = Number(units);
  return Number.isSafeInteger(amount) ? money(amount, currency) : refuse('OUT_OF_RANGE', { details: { maximum: Number.MAX_SAFE_INTEGER } });
}

/** The refusal of a text that is no plain decimal. */
export function refuseDecimal(text: string, field?: string): Refusal {
  return refuse('INVALID_FORMAT', { ...(field ? { field } : {}), details: { value: text, example: '12.30' } });
}

/** Whether an answer is money and no refusal. */
export function isMoney(answer: Money | Refusal): answer is Money {
  return !isRefused(answer);
}
