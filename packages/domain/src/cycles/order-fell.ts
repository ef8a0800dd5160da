import type { Instant } from '#calendar';
import type { GoodsReturned, OrderCancelled } from './cycle-event.ts';

/** What the cycles hear of an order that counts no more: it came back if it was handed over, else it was cancelled. */
export function orderFell(orderId: string, { at, delivered }: { readonly at: Instant; readonly delivered: boolean }): GoodsReturned | OrderCancelled {
  return delivered ? { type: 'goodsReturned', orderId, at, whole: true } : { type: 'orderCancelled', orderId, at };
}
