import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import type { Order } from './order.entity.ts';
import { type OrderAt, orderToWrite, recordOrder } from './order-to-write.queries.ts';

export interface MarkOrder extends OrderAt {
  /** Now when not given. */
  readonly at?: Date | undefined;
}

/** Everything of the order was handed over. */
export async function markOrderDelivered(em: Em, asked: MarkOrder, writing: Writing): Promise<string | Refusal> {
  const order = await markable(em, asked, writing);
  if (isRefused(order)) return order;
  if (order.deliveredAt) return refuseBecause('CONFLICT', 'DELIVERED_ALREADY');
  const at = asked.at ?? writing.now;
  em.assign(order, { deliveredAt: at, tracked: true, updatedAt: writing.now });
  return recordOrder(em, order, {
    type: 'orderDelivered', occurredAt: at, cycle: { type: 'deliveryMade', orderId: order.id, at: at.getTime(), complete: true },
  }, writing);
}

/** Everything of the order was paid. */
export async function markOrderSettled(em: Em, asked: MarkOrder, writing: Writing): Promise<string | Refusal> {
  const order = await markable(em, asked, writing);
  if (isRefused(order)) return order;
  if (order.settledAt) return refuseBecause('CONFLICT', 'PAID_ALREADY');
  const at = asked.at ?? writing.now;
  em.assign(order, { settledAt: at, tracked: true, updatedAt: writing.now });
  return recordOrder(em, order, {
    type: 'orderSettled', occurredAt: at, cycle: { type: 'paymentReceived', orderId: order.id, at: at.getTime(), settled: true },
  }, writing);
}

async function markable(em: Em, asked: MarkOrder, writing: Writing): Promise<Order | Refusal> {
  const order = await orderToWrite(em, asked, writing);
  if (isRefused(order)) return order;
  if (order.cancelledAt) return refuseBecause('CONFLICT', 'CANCELLED');
  const at = asked.at ?? writing.now;
  if (at >= order.placedAt && at <= writing.now) return order;
  return refuse('OUT_OF_RANGE', { field: 'at', details: { minimum: order.placedAt.toISOString(), maximum: writing.now.toISOString() } });
}
