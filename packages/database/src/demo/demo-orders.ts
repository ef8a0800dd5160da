import { addMonths, day, localDate, startOfDay } from '@orbita/domain/calendar';
import { type OrderLineInput, prepareOrder } from '@orbita/domain/orders';
import { newId } from '#connection';
import type { DemoBase } from './demo-base.ts';
import type { DemoCustomer } from './demo-customer.ts';
import { accepted } from './world/accepted.ts';
import { type DemoProduct, demoProducts } from './world/offering.ts';
import type { Random } from './world/random.ts';

type Row = Record<string, unknown>;

export interface DemoOrder {
  readonly order: Row;
  readonly lines: readonly Row[];
  readonly returns: readonly Row[];
}

const byLine = (line: DemoProduct['line']) => demoProducts.filter((product) => product.line === line);
const channels = [['SALES_REP', 40], ['WEB_SHOP', 34], ['PHONE', 18], ['EMAIL', 8]] as const;
const zone = 'Europe/Madrid';

/** All orders of one customer's life, with their lines and now and then a return. */
export function demoOrders(random: Random, customer: DemoCustomer, base: DemoBase, now: Date, number: () => string): DemoOrder[] {
  const favourites = Array.from({ length: random.between(2, 7) }, () => random.pick(byLine('Consumibles')));
  const { life } = customer;
  const make = (at: number, line: DemoProduct['line'], products: readonly DemoProduct[], most: number) =>
    orderOf(random, { customer, base, now, at, line, products: [...new Set(products)], most, number: number() });
  const contracts = life.contracts.map((at) => make(at, 'Mantenimiento', [random.pick(byLine('Mantenimiento'))], 1));
  return [
    ...life.orders.map((at) => make(at, 'Consumibles', favourites.filter(() => random.chance(0.7)).concat(favourites[0]!), 9)),
    ...life.machines.map((at) => make(at, 'Maquinaria', [random.pick(byLine('Maquinaria'))], 1)),
    ...contracts.map(({ order, ...rest }, index) => ({ ...rest, order: { ...order, renews_order_id: contracts[index - 1]?.order['id'] ?? null } })),
  ];
}

interface Drawn {
  readonly customer: DemoCustomer;
  readonly base: DemoBase;
  readonly now: Date;
  readonly at: number;
  readonly line: DemoProduct['line'];
  readonly products: readonly DemoProduct[];
  readonly most: number;
  readonly number: string;
}

function orderOf(random: Random, drawn: Drawn): DemoOrder {
  const { customer, base, now, at, line } = drawn;
  const id = newId();
  const delivered = at + random.between(1, line === 'Maquinaria' ? 20 : 5) * day;
  const discountPercent = random.chance(0.22) ? random.pick(['5', '10', '12.5', '15']) : '0';
  const order = accepted(prepareOrder({
    number: drawn.number, source: 'MANUAL', lineId: base.lineIds.get(line)!, channel: random.weighted(channels), placedAt: at,
    deliveredAt: until(delivered, now), settledAt: until(delivered + random.between(0, 45) * day, now), currency: 'EUR',
    contractEndsAt: line === 'Mantenimiento' ? yearAfter(at) : null,
    lines: drawn.products.map((product) => lineOf(random, drawn, product, discountPercent)),
  }, { currency: 'EUR', defaultLineId: base.lineIds.get(line)! }));
  const lines = order.lines.map((row) => ({
    id: newId(), customer_id: customer.id, order_id: id, no: row.no, product_id: row.productId, description: row.description,
    quantity: row.quantity, unit_price: row.unitPrice, list_price: row.listPrice, discount_percent: row.discountPercent,
    amount: row.amount, company_amount: row.companyAmount, company_cost: row.companyCost,
  }));
  const returned = returnOf(random, customer.id, id, lines[0]!, line, delivered, now);
  const credited = returned?.['company_amount'] ?? 0;
  return {
    order: {
      id, customer_id: customer.id, number: order.number, source: order.source, line_id: order.lineId, channel: order.channel,
      placed_at: instant(at), tracked: order.tracked, delivered_at: instant(order.deliveredAt), settled_at: instant(order.settledAt),
      contract_ends_at: instant(order.contractEndsAt), renews_order_id: null as string | null, opportunity_id: null as string | null, currency: order.currency, rate: order.rate, amount: order.amount,
      company_amount: order.companyAmount, company_returned: credited, company_cost: order.companyCost,
      company_costed: order.companyCosted, company_cost_returned: returned ? lines[0]!.company_cost : null, returned_whole: credited === order.companyAmount, version: 1,
      created_at: instant(at), updated_at: instant(at),
    },
    lines,
    returns: returned ? [returned] : [],
  };
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const until = (at: number, now: Date): number | null => (at < now.getTime() ? at : null);
const yearAfter = (at: number): number => startOfDay(addMonths(localDate(at, zone), 12), zone);

function lineOf(random: Random, { customer, base, most }: Drawn, product: DemoProduct, discountPercent: string): OrderLineInput {
  const quantity = most === 1 ? 1 : Math.max(1, Math.round(random.around(3 * customer.life.weight, 0.6)));
  const price = (product.listPrice / 100).toFixed(2);
  return {
    productId: base.productIds.get(product.code)!, description: product.name, quantity: String(quantity), unitPrice: price,
    listPrice: price, discountPercent, cost: (product.cost / 100).toFixed(2),
  };
}

/** Now and then the first line of a delivered order of consumables comes back. */
function returnOf(
  random: Random, customerId: string, orderId: string, line: Row, business: DemoProduct['line'], delivered: number, now: Date,
): Row | undefined {
  const at = delivered + 6 * day;
  if (business !== 'Consumibles' || !random.chance(0.025) || at >= now.getTime()) return undefined;
  return {
    id: newId(), customer_id: customerId, order_id: orderId, product_id: line['product_id'], reference: `R-${String(line['id']).slice(-6)}`,
    returned_at: instant(at), description: line['description'], quantity: line['quantity'], amount: line['amount'],
    company_amount: line['company_amount'], currency: 'EUR',
  };
}
