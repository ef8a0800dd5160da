import { addMonths, day, localDate, startOfDay } from '@orbita/domain/calendar';
import { lineAmount } from '@orbita/domain/money';
import { isRefused } from '@orbita/domain/refusal';
import { newId } from '#connection';
import type { DemoBase } from './demo-base.ts';
import type { DemoCustomer } from './demo-customer.ts';
import { type DemoProduct, demoProducts } from './offering.ts';
import type { Random } from './random.ts';

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
  return [
    ...life.orders.map((at) => make(at, 'Consumibles', favourites.filter(() => random.chance(0.7)).concat(favourites[0]!), 9)),
    ...life.machines.map((at) => make(at, 'Maquinaria', [random.pick(byLine('Maquinaria'))], 1)),
    ...life.contracts.map((at) => make(at, 'Mantenimiento', [random.pick(byLine('Mantenimiento'))], 1)),
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
  const discount = random.chance(0.22) ? random.pick(['5', '10', '12.5', '15']) : '0';
  const lines = drawn.products.map((product, index) => lineOf(random, drawn, id, product, index + 1, discount));
  const amount = lines.reduce((sum, row) => sum + (row['amount'] as number), 0);
  const delivered = at + random.between(1, line === 'Maquinaria' ? 20 : 5) * day;
  const settled = delivered + random.between(0, 45) * day;
  const placedAt = new Date(at).toISOString();
  const returned = line === 'Consumibles' && random.chance(0.025) ? returnOf(customer.id, id, lines[0]!, delivered) : undefined;
  return {
    order: {
      id, customer_id: customer.id, number: drawn.number, source: 'ORBITA', line_id: base.lineIds.get(line)!,
      channel: random.weighted(channels), placed_at: placedAt, tracked: true, delivered_at: until(delivered, now),
      settled_at: until(settled, now), cancelled_at: null, contract_ends_at: line === 'Mantenimiento' ? yearAfter(at) : null,
      currency: 'EUR', rate: '1', amount, company_amount: amount, company_returned: returned ? (returned["company_amount"] as number) : 0,
      company_cost: lines.reduce((sum, row) => sum + (row['company_cost'] as number), 0), company_costed: amount,
      returned_whole: returned !== undefined && returned['company_amount'] === amount, version: 1, created_at: placedAt, updated_at: placedAt,
    },
    lines,
    returns: returned && (returned['at'] as number) < now.getTime() ? [strip(returned)] : [],
  };
}

const until = (at: number, now: Date): string | null => (at < now.getTime() ? new Date(at).toISOString() : null);
const yearAfter = (at: number): string => new Date(startOfDay(addMonths(localDate(at, zone), 12), zone)).toISOString();

function lineOf(random: Random, { customer, base, most }: Drawn, orderId: string, product: DemoProduct, no: number, discount: string): Row {
  const quantity = most === 1 ? 1 : Math.max(1, Math.round(random.around(3 * customer.life.weight, 0.6)));
  const price = (product.listPrice / 100).toFixed(2);
  const amount = lineAmount({ quantity: String(quantity), unitPrice: price, discountPercent: discount }, 'EUR');
  if (isRefused(amount)) throw new Error(`The demo drew a line that the domain refuses: ${amount.code}`);
  return {
    id: newId(), customer_id: customer.id, order_id: orderId, no, product_id: base.productIds.get(product.code)!,
    description: product.name, quantity: String(quantity), unit_price: price, list_price: price, discount_percent: discount,
    amount: amount.amount, company_amount: amount.amount, company_cost: product.cost * quantity,
  };
}

function returnOf(customerId: string, orderId: string, line: Row, delivered: number): Row {
  const at = delivered + 6 * day;
  return {
    id: newId(), customer_id: customerId, order_id: orderId, product_id: line['product_id'], reference: `R-${String(line['id']).slice(-6)}`,
    returned_at: new Date(at).toISOString(), description: line['description'], quantity: line['quantity'], amount: line['amount'],
    company_amount: line['amount'], currency: 'EUR', at,
  };
}

const strip = ({ at: _, ...row }: Row): Row => row;
