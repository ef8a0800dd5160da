import { orderFell } from '@orbita/domain/cycles';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { type OrderAt, orderToWrite, recordOrder } from './order-to-write.queries.ts';

export interface CancelOrder extends OrderAt {
  readonly reason: string;
}

const longest = 500;

/**
 * Cancels an order in full: it counts no more. What was delivered is returned, not cancelled; one that nobody tracks
 * counts as delivered, and its cycles hear that it came back.
 */
export async function cancelOrder(em: Em, asked: CancelOrder, writing: Writing): Promise<string | Refusal> {
  const reason = asked.reason.trim();
  if (reason === '') return refuse('REQUIRED', { field: 'reason' });
  if (reason.length > longest) return refuse('TOO_LONG', { field: 'reason', details: { maximum: longest } });
  const order = await orderToWrite(em, asked, writing);
  if (isRefused(order)) return order;
  if (order.cancelledAt) return refuseBecause('CONFLICT', 'CANCELLED_ALREADY');
  if ((order.tracked && order.deliveredAt) || order.companyReturned !== 0 || order.returnedWhole) {
    return refuseBecause('CONFLICT', 'DELIVERED');
  }
  em.assign(order, { cancelledAt: writing.now, updatedAt: writing.now });
  const cycle = orderFell(order.id, { at: writing.now.getTime(), delivered: !order.tracked });
  // What people write freely may name somebody: erasing him must reach it.
  return recordOrder(em, order, { type: 'orderCancelled', occurredAt: writing.now, personal: { reason }, cycle }, writing);
}
