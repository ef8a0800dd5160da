import { refuseBecause, type RowProblem } from '@orbita/domain/imports';
import { count, countRows, type Fate, type JobState } from '../job/index.ts';
import type { BoundOrders } from './bind-orders.ts';
import type { KnownOrder, KnownReturn } from './known-orders.queries.ts';
import type { HeldOrder, OrderRows } from './order-rows.queries.ts';
import type { PricedDocument } from './price-document.ts';

export interface Placing {
  readonly bound: BoundOrders;
  readonly orders: ReadonlyMap<string, KnownOrder>;
  readonly returns: ReadonlyMap<string, KnownReturn>;
  readonly rows: OrderRows;
  readonly state: JobState;
  /** Customers for whom something changed. */
  readonly touched: Set<string>;
}

/**
 * Adds an order and what came back under its number, unless they are there already. One that is there with other lines
 * is refused and left as it is: which of the two is right, a file does not know.
 */
export function placeDocument(document: PricedDocument, placing: Placing, placed: Map<string, HeldOrder>): RowProblem | null {
  const { order, customerId, sale, back } = document;
  const { bound, orders, returns } = placing;
  const key = `${customerId} ${order.number}`;
  const known = orders.get(key);
  const column = bound.order.columnOf('number');
  if (known && sale && (known.currency !== sale.currency || known.amount !== sale.amount || known.lines !== sale.lines.length)) return differs(column, order.number);
  const came = returns.get(key);
  if (came && back && (came.amount !== back.amount || came.lines !== back.lines.length)) return differs(column, order.number);
  const of = (number: string): HeldOrder | undefined => orders.get(`${customerId} ${number}`) ?? placed.get(`${customerId} ${number}`);
  const unknown = document.returned.find(({ line }) => line.returnOf !== null && !of(line.returnOf));
  if (unknown) return { column: bound.line.columnOf('returnOf'), refusal: refuseBecause('NOT_FOUND', 'NO_RETURNED_ORDER', { value: unknown.line.returnOf ?? '' }) };
  const fate = sale ? placeSale(document, known, placing, placed) : null;
  const returnFate: Fate | null = back ? (came ? 'unchanged' : 'created') : null;
  if (back && !came) placing.rows.returned(document, back, document.returned.map(({ line }) => of(line.returnOf ?? order.number) ?? null));
  tally(document, fate, returnFate, placing);
  return null;
}

const differs = (column: string, number: string): RowProblem => ({
  column, refusal: refuseBecause('CONFLICT', 'ORDER_DIFFERS', { value: number }),
});

function placeSale(document: PricedDocument, known: KnownOrder | undefined, { rows }: Placing, placed: Map<string, HeldOrder>): Fate {
  const { order, customerId, sale } = document;
  if (!known) {
    if (sale) placed.set(`${customerId} ${order.number}`, { id: rows.order(document, sale), customerId });
    return 'created';
  }
  const news = {
    deliveredAt: known.deliveredAt === null ? order.deliveredAt : null,
    settledAt: known.settledAt === null ? order.settledAt : null,
    cancelledAt: known.cancelledAt === null ? order.cancelledAt : null,
  };
  if (Object.values(news).every((date) => date === null)) return 'unchanged';
  rows.dates({ id: known.id, customerId: known.customerId, ...news });
  return 'updated';
}

function tally(document: PricedDocument, fate: Fate | null, returnFate: Fate | null, { bound, state, touched }: Placing): void {
  const { sold, returned, customerId } = document;
  if (fate) {
    count(state, 'orders', fate);
    count(state, 'lines', fate === 'updated' ? 'unchanged' : fate, sold.length);
    countRows(state, fate === 'updated' ? 'unchanged' : fate, sold.length);
  }
  if (returnFate) {
    count(state, 'returns', returnFate, returned.length);
    countRows(state, returnFate, returned.length);
  }
  if (bound.twoFiles) countRows(state, fate ?? returnFate ?? 'unchanged');
  if ((fate && fate !== 'unchanged') || returnFate === 'created') touched.add(customerId);
}
