import { compareDecimals, convert, type Digits, fitsDigits, lineAmount, money, plainDecimal } from '#money';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { OrderLineInput, PreparedOrderLine } from './order.ts';

const longestDescription = 500;

/** What is kept of the numbers of a line. */
export const digitsOfLine = {
  quantity: { whole: 14, fraction: 4 }, unitPrice: { whole: 12, fraction: 6 }, listPrice: { whole: 12, fraction: 6 }, discountPercent: { whole: 3, fraction: 4 },
} as const satisfies Record<string, Digits>;

/** The two currencies of an order and the rate between them. */
export interface OrderCurrencies {
  readonly currency: string;
  readonly companyCurrency: string;
  /** Units of the company's currency for one of the order's. */
  readonly rate: string;
}

/** A line with its amounts; refuses with the name of the input that is wrong. */
export function prepareOrderLine(input: OrderLineInput, no: number, currencies: OrderCurrencies): PreparedOrderLine | Refusal {
  const wrong = wrongText(input) ?? wrongDecimal(input);
  if (wrong) return wrong;
  const discountPercent = input.discountPercent?.trim() || '0';
  const amount = lineAmount({ ...input, discountPercent }, currencies.currency);
  if (isRefused(amount)) return amount;
  const companyAmount = toCompany(amount.amount, currencies);
  if (isRefused(companyAmount)) return companyAmount;
  const companyCost = costOf(input, currencies.companyCurrency);
  if (isRefused(companyCost)) return companyCost;
  return {
    no,
    productId: input.productId ?? null,
    description: input.description.replaceAll(/\s+/g, ' ').trim(),
    quantity: plainDecimal(input.quantity) ?? '',
    unitPrice: plainDecimal(input.unitPrice) ?? '',
    listPrice: input.listPrice?.trim() ? plainDecimal(input.listPrice) : null,
    discountPercent: plainDecimal(discountPercent) ?? '0',
    amount: amount.amount,
    companyAmount,
    companyCost,
  };
}

/** Minor units of the company's currency for minor units of the order's. */
export function toCompany(amount: number, { currency, companyCurrency, rate }: OrderCurrencies): number | Refusal {
  if (currency === companyCurrency) return amount;
  const converted = convert(money(amount, currency), rate, companyCurrency);
  return isRefused(converted) ? { ...converted, field: 'rate' } : converted.amount;
}

function costOf({ cost, quantity }: OrderLineInput, companyCurrency: string): number | null | Refusal {
  if (!cost?.trim()) return null;
  const whole = lineAmount({ quantity, unitPrice: cost }, companyCurrency);
  return isRefused(whole) ? { ...whole, field: 'cost' } : whole.amount;
}

function wrongText({ description }: OrderLineInput): Refusal | null {
  if (description.trim() === '') return refuse('REQUIRED', { field: 'description' });
  return description.length > longestDescription ? refuse('TOO_LONG', { field: 'description', details: { maximum: longestDescription } }) : null;
}

/** What is no decimal, or has more digits than are kept; a quantity that is not more than zero, a list price or cost below it. */
function wrongDecimal(input: OrderLineInput): Refusal | null {
  for (const field of ['quantity', 'unitPrice', 'listPrice', 'discountPercent', 'cost'] as const) {
    const text = input[field];
    if (!text?.trim() && field !== 'quantity' && field !== 'unitPrice') continue;
    const plain = plainDecimal(text ?? '');
    if (plain === null) return refuse('INVALID_FORMAT', { field, details: { value: text ?? '', example: '12.30' } });
    if (field === 'quantity' && compareDecimals(plain, '0') <= 0) return refuse('OUT_OF_RANGE', { field, details: { minimum: '0.0001' } });
    if ((field === 'listPrice' || field === 'cost') && plain.startsWith('-')) return refuse('OUT_OF_RANGE', { field, details: { minimum: 0 } });
    const long = field === 'cost' ? null : refuseLong(plain, digitsOfLine[field]);
    if (long) return { ...long, field };
  }
  return null;
}

/** Refuses a number with more digits than are kept: rounded, its line would not say what it came to. */
export function refuseLong(plain: string, { whole, fraction }: Digits): Refusal | null {
  if (!fitsDigits(plain, { whole, fraction: Infinity })) return refuse('OUT_OF_RANGE', { details: { maximum: '9'.repeat(whole) } });
  return fitsDigits(plain, { whole, fraction }) ? null : refuse('INVALID_FORMAT', { details: { value: plain, example: `1.${'123456'.slice(0, fraction)}` } });
}
