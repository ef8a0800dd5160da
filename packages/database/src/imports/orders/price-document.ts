import { localDate } from '@orbita/domain/calendar';
import { type OrdersMapping, refuseBecause, type RowProblem } from '@orbita/domain/imports';
import { formatDecimal, money } from '@orbita/domain/money';
import { type OrderLineInput, prepareOrder, type PreparedOrder } from '@orbita/domain/orders';
import { isRefused } from '@orbita/domain/refusal';
import type { Company } from '../job/index.ts';
import type { KnownProduct } from '../products/index.ts';
import type { BoundOrders } from './bind-orders.ts';
import type { LineOfFile } from './group-orders.ts';
import type { Books } from './known-orders.queries.ts';
import type { OwnedDocument } from './resolve-customers.ts';

export interface PricedDocument extends OwnedDocument {
  /** What was sold, and what came back, each with its amounts; null when there is none of it. */
  readonly sale: PreparedOrder | null;
  readonly back: PreparedOrder | null;
}

export interface Pricing {
  readonly mapping: OrdersMapping;
  readonly bound: BoundOrders;
  readonly books: Books;
  readonly company: Company;
  readonly products: ReadonlyMap<string, KnownProduct>;
  readonly now: Date;
}

/** The amounts of an order and of what came back under its number, by the domain's own preparation of orders. */
export function priceDocument(document: OwnedDocument, pricing: Pricing): PricedDocument | RowProblem {
  const { order } = document;
  const { bound, company, books, mapping, now } = pricing;
  if (order.placedAt > now.getTime()) {
    return { column: bound.order.columnOf('placedAt'), refusal: refuseBecause('OUT_OF_RANGE', 'IN_THE_FUTURE') };
  }
  const rate = order.currency === company.currency ? '1' : (mapping.rate ?? books.rateOn(order.currency, localDate(order.placedAt, company.zone)));
  if (rate === null) {
    const details = { from: order.currency, to: company.currency, date: localDate(order.placedAt, company.zone) };
    return { column: bound.order.columnOf('currency'), refusal: refuseBecause('INVALID', 'NO_RATE', details) };
  }
  const lineId = order.businessLine === null ? books.defaultLineId : books.lines.get(order.businessLine.toLowerCase());
  if (lineId === undefined) return { column: bound.order.columnOf('businessLine'), refusal: refuseBecause('NOT_FOUND', 'NO_BUSINESS_LINE', { value: order.businessLine ?? '' }) };
  const sale = prepared(document, document.sold, { ...pricing, rate, lineId });
  if (isProblem(sale)) return sale;
  const back = prepared(document, document.returned, { ...pricing, rate, lineId });
  return isProblem(back) ? back : { ...document, sale, back };
}

export function isProblem(answer: unknown): answer is RowProblem {
  return typeof answer === 'object' && answer !== null && 'refusal' in answer;
}

function prepared(
  { order }: OwnedDocument, lines: readonly LineOfFile[], { bound, company, products, rate, lineId }: Pricing & { rate: string; lineId: string },
): PreparedOrder | null | RowProblem {
  if (lines.length === 0) return null;
  const answer = prepareOrder({
    number: order.number, source: 'IMPORT', lineId, channel: order.channel, placedAt: order.placedAt, contractEndsAt: order.contractEndsAt,
    ...(bound.order.has('deliveredAt') ? { deliveredAt: order.deliveredAt } : {}),
    ...(bound.order.has('settledAt') ? { settledAt: order.settledAt } : {}),
    currency: order.currency, rate, lines: lines.map((one) => lineInput(one, products, company)),
  }, { currency: company.currency, defaultLineId: lineId });
  if (!isRefused(answer)) return answer;
  const field = answer.field?.split('.').at(-1) ?? '';
  return { column: bound.line.columnOf(field) || bound.order.columnOf(field), refusal: answer };
}

function lineInput({ line }: LineOfFile, products: ReadonlyMap<string, KnownProduct>, company: Company): OrderLineInput {
  const product = line.product === null ? undefined : products.get(line.product);
  const cost = product && product.cost !== null && product.currency === company.currency ? formatDecimal(money(product.cost, product.currency)) : null;
  return {
    productId: product?.id ?? null, description: line.description ?? product?.name ?? line.product ?? '—', quantity: line.quantity,
    unitPrice: line.unitPrice, listPrice: line.listPrice, discountPercent: line.discountPercent, cost,
  };
}
