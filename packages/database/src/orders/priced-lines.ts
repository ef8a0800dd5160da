import { formatDecimal, money } from '@orbita/domain/money';
import type { OrderLineInput } from '@orbita/domain/orders';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import { Product } from '#catalog';
import type { Em } from '#connection';

/** A line as it is asked for: a product of the catalogue, or a description with its price. */
export interface NewOrderLine {
  readonly productId?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Decimal texts; the price is the catalogue's when not given. */
  readonly quantity: string;
  readonly unitPrice?: string | null | undefined;
  readonly discountPercent?: string | null | undefined;
}

export interface Currencies {
  readonly currency: string;
  readonly companyCurrency: string;
}

/** Completes lines with what the catalogue knows: name, price in the same currency, cost in the company's. */
export async function pricedLines(em: Em, lines: readonly NewOrderLine[], currencies: Currencies): Promise<OrderLineInput[] | Refusal> {
  const ids = [...new Set(lines.flatMap((line) => line.productId ?? []))];
  const found = ids.length > 0 ? await em.find(Product, { id: { $in: ids }, active: true }) : [];
  const products = new Map(found.map((product) => [product.id, product]));
  const priced: OrderLineInput[] = [];
  for (const [index, line] of lines.entries()) {
    const product = line.productId ? products.get(line.productId) : undefined;
    if (line.productId && !product) return refuse('NOT_FOUND', { field: `lines.${index}.productId` });
    const listPrice = product?.currency === currencies.currency ? decimal(product.listPrice, product.currency) : null;
    const unitPrice = line.unitPrice ?? listPrice;
    if (unitPrice === null) return refuse('REQUIRED', { field: `lines.${index}.unitPrice` });
    const cost = product?.currency === currencies.companyCurrency ? decimal(product.cost, product.currency) : null;
    priced.push({ ...line, description: line.description?.trim() || (product?.name ?? ''), unitPrice, listPrice, cost });
  }
  return priced;
}

const decimal = (minor: number | null | undefined, currency: string): string | null =>
  minor === null || minor === undefined ? null : formatDecimal(money(minor, currency));
