import { addDecimals, compareDecimals, money, plainDecimal, portion } from '#money';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { PreparedOrderLine } from './order.ts';
import { digitsOfLine, refuseLong } from './prepare-order-line.ts';

/** A line of an order as far as returning goes. */
export type ReturnableLine = Pick<PreparedOrderLine, 'productId' | 'description' | 'quantity' | 'amount' | 'companyAmount'> & { readonly id: string };

/** Something that came back: before, or now. Amounts are credited minor units. */
export interface ReturnedPart {
  readonly productId: string | null;
  readonly description: string | null;
  readonly quantity: string;
  readonly amount: number;
  readonly companyAmount: number;
}

/** What a return credits, line by line and in all, and whether nothing of the order is left with the customer. */
export interface PreparedReturn {
  readonly parts: readonly (ReturnedPart & { readonly lineId: string })[];
  readonly amount: number;
  readonly companyAmount: number;
  readonly returnedWhole: boolean;
}

export interface ReturnableOrder {
  readonly cancelledAt: unknown;
  readonly currency: string;
  readonly companyCurrency: string;
  readonly lines: readonly ReturnableLine[];
  readonly returned: readonly ReturnedPart[];
}

/**
 * Takes back quantities of an order's lines. Credits each in proportion; the last of a product credits exactly what is
 * left of it, so that a whole return adds up to the order. Refuses more than is left.
 */
export function returnLines(
  order: ReturnableOrder, wanted: readonly { readonly lineId: string; readonly quantity: string }[],
): PreparedReturn | Refusal {
  if (order.cancelledAt !== null) return refuse('CONFLICT', { field: 'orderId' });
  if (wanted.length === 0) return refuse('REQUIRED', { field: 'lines' });
  const parts: (ReturnedPart & { lineId: string })[] = [];
  for (const [index, { lineId, quantity }] of wanted.entries()) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) return refuse('NOT_FOUND', { field: `lines.${index}.lineId` });
    const part = returnOne(order, line, quantity, [...order.returned, ...parts]);
    if (isRefused(part)) return { ...part, field: `lines.${index}.quantity` };
    parts.push({ ...part, lineId });
  }
  const all = [...order.returned, ...parts];
  return {
    parts,
    amount: parts.reduce((sum, { amount }) => sum + amount, 0),
    companyAmount: parts.reduce((sum, { companyAmount }) => sum + companyAmount, 0),
    returnedWhole: order.lines.every((line) => compareDecimals(quantityOf(sameThing(all, line)), quantityOf(sameThing(order.lines, line))) >= 0),
  };
}

function returnOne(order: ReturnableOrder, line: ReturnableLine, text: string, before: readonly ReturnedPart[]): ReturnedPart | Refusal {
  const quantity = plainDecimal(text);
  if (quantity === null) return refuse('INVALID_FORMAT', { details: { value: text, example: '1' } });
  if (compareDecimals(quantity, '0') <= 0) return refuse('OUT_OF_RANGE', { details: { minimum: '0.0001' } });
  const long = refuseLong(quantity, digitsOfLine.quantity);
  if (long) return long;
  const [sold, back] = [sameThing(order.lines, line), sameThing(before, line)];
  const left = compareDecimals(addDecimals(quantityOf(back), quantity), quantityOf(sold));
  if (left > 0 || compareDecimals(quantity, line.quantity) > 0) return refuse('OUT_OF_RANGE', { details: { minimum: '0.000001', maximum: line.quantity } });
  const credit = (of: 'amount' | 'companyAmount', currency: string): number => {
    const rest = sold.reduce((sum, one) => sum + one[of], 0) - back.reduce((sum, one) => sum + one[of], 0);
    const share = portion(money(line[of], currency), quantity, line.quantity).amount;
    if (left === 0) return rest;
    return rest < 0 ? Math.max(share, rest) : Math.min(share, rest);
  };
  const { productId, description } = line;
  return { productId, description, quantity, amount: credit('amount', order.currency), companyAmount: credit('companyAmount', order.companyCurrency) };
}

/** Lines or returns of the same product, or of the same description where there is no product. */
export function sameThing<T extends Pick<ReturnedPart, 'productId' | 'description'>>(all: readonly T[], line: Pick<ReturnedPart, 'productId' | 'description'>): T[] {
  return all.filter(({ productId, description }) =>
    (line.productId === null ? productId === null && description === line.description : productId === line.productId));
}

export const quantityOf = (all: readonly { readonly quantity: string }[]): string => all.reduce((sum, { quantity }) => addDecimals(sum, quantity), '0');
