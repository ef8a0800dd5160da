import type { Instant } from '@orbita/domain/calendar';
import { type Cycle, type CycleEvent, type CycleOrder, orderFell } from '@orbita/domain/cycles';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';
import { type Advancing, advanceCustomers } from './advance-customers.ts';
import { type LoadedCycles, loadCycles } from './load-cycles.queries.ts';

interface OrderRow {
  readonly id: string;
  readonly customerId: string;
  readonly lineId: string;
  readonly tracked: boolean;
  readonly placedAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly contractEndsAt: Instant | null;
  readonly renews: string | null;
  readonly opportunityId: string | null;
}

/**
 * Gives the orders of these customers that have no cycle yet their cycles, at their own dates, and tells the others what
 * the rows say since: what imports, and a history from before there were cycles, need. Traced again, nothing changes.
 * What else happened to them goes in between, at its own dates. Answers everybody whose facts may have changed.
 */
export async function traceOrders(
  em: Em, customerIds: readonly string[], advancing: Advancing, beside: ReadonlyMap<string, readonly CycleEvent[]> = new Map(),
): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const loaded = await loadCycles(em, customerIds, advancing.zone);
  const orders = Map.groupBy(await ordersOf(em, customerIds), ({ customerId }) => customerId);
  const starting = new Map([...loaded].map(([id, one]) => [id, asCyclesSay(one)]));
  const happened = new Map([...starting].map(([id, one]) => [id, [...beside.get(id) ?? [], ...eventsOf(one, orders.get(id) ?? [])].toSorted((a, b) => a.at - b.at)]));
  return advanceCustomers(em, starting, happened, advancing);
}

/** Orders as their cycles last heard of them: what the rows say since is told by events. */
function asCyclesSay({ state, holders }: LoadedCycles): LoadedCycles {
  const byOrder = new Map(state.cycles.map((cycle) => [cycle.orderId, cycle]));
  const orders = state.orders.map((order): CycleOrder => {
    const phase = byOrder.get(order.id)?.phase;
    if (phase === 'CLOSED' || phase === undefined) return order;
    return { ...order, effective: true, settled: phase === 'AFTER_SALES' };
  });
  return { state: { ...state, orders }, holders };
}

const turn: Readonly<Record<string, number>> = { orderPlaced: 0, deliveryMade: 1, paymentReceived: 2, orderCancelled: 3, goodsReturned: 4 };

function eventsOf({ state }: LoadedCycles, orders: readonly OrderRow[]): CycleEvent[] {
  const byOrder = new Map(state.cycles.map((cycle) => [cycle.orderId, cycle]));
  return orders.flatMap((order) => eventsOfOrder(order, byOrder.get(order.id)).map((event) => ({ event, id: order.id })))
    .toSorted((a, b) => a.event.at - b.event.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || turn[a.event.type]! - turn[b.event.type]!)
    .map(({ event }) => event);
}

function eventsOfOrder(order: OrderRow, cycle: Cycle | undefined): CycleEvent[] {
  const { id: orderId, opportunityId, placedAt, tracked, lineId, contractEndsAt, renews, deliveredAt, settledAt, cancelledAt, returnedAt } = order;
  if (cycle?.phase === 'CLOSED') return [];
  const events: CycleEvent[] = [];
  if (!cycle) events.push({ type: 'orderPlaced', orderId, lineId, at: placedAt, tracked, contractEndsAt, renews, opportunityId });
  const phase = cycle?.phase ?? (tracked ? 'DELIVERY' : 'AFTER_SALES');
  if (deliveredAt !== null && phase === 'DELIVERY') events.push({ type: 'deliveryMade', orderId, at: deliveredAt, complete: true });
  if (settledAt !== null && phase !== 'AFTER_SALES') events.push({ type: 'paymentReceived', orderId, at: settledAt, settled: true });
  const delivered = phase !== 'DELIVERY' || deliveredAt !== null;
  for (const at of [cancelledAt, returnedAt]) if (at !== null) events.push(orderFell(orderId, { at, delivered }));
  return events;
}

const ordersOf = (em: Em, customerIds: readonly string[]): Promise<OrderRow[]> => rowsOf(em, sql<OrderRow>`
  select o.id, coalesce(c.merged_into, c.id) as "customerId", o.line_id as "lineId", o.tracked, o.renews_order_id as renews, o.opportunity_id as "opportunityId", ${milliseconds(sql`o.placed_at`)} as "placedAt",
    ${milliseconds(sql`o.delivered_at`)} as "deliveredAt", ${milliseconds(sql`o.settled_at`)} as "settledAt",
    ${milliseconds(sql`o.cancelled_at`)} as "cancelledAt", ${milliseconds(sql`o.contract_ends_at`)} as "contractEndsAt",
    case when o.returned_whole then (select ${milliseconds(sql`max(r.returned_at)`)} from order_return r
      where r.customer_id = o.customer_id and r.order_id = o.id) end as "returnedAt"
  from customer c join sales_order o on o.customer_id = c.id
  where c.id = any(${customerIds}::uuid[]) or c.merged_into = any(${customerIds}::uuid[])`);
