import { isCurrency, plainDecimal } from '#money';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { orderChannels, orderSources, type OrderInput, type PreparedOrder, type PreparedOrderLine } from './order.ts';
import { type OrderCurrencies, prepareOrderLine } from './prepare-order-line.ts';

const longestNumber = 60;

/** What an order needs to know of its company. */
export interface OrderCompany {
  readonly currency: string;
  readonly defaultLineId: string;
}

/**
 * Brings an order into the form in which it is stored, with its amounts. Each line is converted at the order's rate
 * and the order's amounts are the sums of its lines', so that they agree to the cent. Refuses with a path (`lines.2.quantity`).
 */
export function prepareOrder(input: OrderInput, company: OrderCompany): PreparedOrder | Refusal {
  const wrong = wrongHead(input);
  if (wrong) return wrong;
  const rate = rateOf(input, company);
  if (isRefused(rate)) return rate;
  const lines = prepareLines(input, { currency: input.currency, companyCurrency: company.currency, rate });
  if (isRefused(lines)) return lines;
  const costed = lines.filter(({ companyCost }) => companyCost !== null);
  const sums = {
    amount: total(lines.map(({ amount }) => amount)),
    companyAmount: total(lines.map(({ companyAmount }) => companyAmount)),
    companyCost: costed.length > 0 ? total(costed.map(({ companyCost }) => companyCost ?? 0)) : null,
    companyCosted: total(costed.map(({ companyAmount }) => companyAmount)),
  };
  if (Object.values(sums).some((sum) => sum !== null && !Number.isSafeInteger(sum))) return refuse('OUT_OF_RANGE', { field: 'lines' });
  return {
    number: input.number?.trim() || null, source: input.source, lineId: input.lineId ?? company.defaultLineId,
    channel: input.channel ?? null, placedAt: input.placedAt, ...trackingOf(input), contractEndsAt: input.contractEndsAt ?? null,
    currency: input.currency, rate, ...sums, lines,
  };
}

/** An order that is taken here is never below zero in all: what comes back is a return. Histories bring adjustments as they were. */
export function takeOrder(input: OrderInput, company: OrderCompany): PreparedOrder | Refusal {
  const order = prepareOrder(input, company);
  if (isRefused(order) || (order.amount >= 0 && order.companyAmount >= 0)) return order;
  return refuse('OUT_OF_RANGE', { field: 'lines', details: { minimum: 0 } });
}

/** An untracked order counts as delivered and settled when it was placed (LIFECYCLE §0). */
function trackingOf(input: OrderInput): Pick<PreparedOrder, 'tracked' | 'deliveredAt' | 'settledAt'> {
  const { placedAt, deliveredAt, settledAt } = input;
  const tracked = input.tracked ?? (input.source === 'QUOTE' || deliveredAt !== undefined || settledAt !== undefined);
  return tracked
    ? { tracked, deliveredAt: deliveredAt ?? null, settledAt: settledAt ?? null }
    : { tracked, deliveredAt: placedAt, settledAt: placedAt };
}

function wrongHead(input: OrderInput): Refusal | null {
  if (!orderSources.includes(input.source)) return refuse('INVALID', { field: 'source', details: { value: input.source } });
  if (input.channel && !orderChannels.includes(input.channel)) return refuse('INVALID', { field: 'channel', details: { value: input.channel } });
  if (!isCurrency(input.currency)) return refuse('INVALID', { field: 'currency', details: { value: input.currency } });
  if (!Number.isSafeInteger(input.placedAt)) return refuse('INVALID', { field: 'placedAt' });
  if ((input.number?.length ?? 0) > longestNumber) return refuse('TOO_LONG', { field: 'number', details: { maximum: longestNumber } });
  for (const field of ['deliveredAt', 'settledAt', 'contractEndsAt'] as const) {
    const instant = input[field];
    if (instant === null || instant === undefined) continue;
    if (!Number.isSafeInteger(instant)) return refuse('INVALID', { field });
    if (field === 'contractEndsAt' && instant <= input.placedAt) return refuseBecause('INVALID', 'CONTRACT_TOO_SHORT', { field });
  }
  return input.lines.length === 0 ? refuse('REQUIRED', { field: 'lines' }) : null;
}

function rateOf({ currency, rate }: OrderInput, company: OrderCompany): string | Refusal {
  if (currency === company.currency) return '1';
  if (!rate?.trim()) return refuse('REQUIRED', { field: 'rate' });
  const plain = plainDecimal(rate);
  return plain ?? refuse('INVALID_FORMAT', { field: 'rate', details: { value: rate, example: '0.92' } });
}

function prepareLines(input: OrderInput, currencies: OrderCurrencies): PreparedOrderLine[] | Refusal {
  const lines: PreparedOrderLine[] = [];
  for (const [index, one] of input.lines.entries()) {
    const line = prepareOrderLine(one, index + 1, currencies);
    if (isRefused(line)) return line.field === 'rate' ? line : { ...line, field: `lines.${index}.${line.field ?? 'amount'}` };
    lines.push(line);
  }
  return lines;
}

const total = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
