import { Chip } from '#design';
import type { OrderSummaryFragment } from '#operations';
import { m } from '#words';

/** Where an order stands, by shape and word. */
export function OrderState({ order }: { readonly order: OrderSummaryFragment }) {
  if (order.cancelledAt) return <Chip tone="bad">{m.orders_cancelled()}</Chip>;
  if (order.returnedWhole) return <Chip tone="warn">{m.orders_returned()}</Chip>;
  if (order.settledAt) return <Chip tone="ok">{m.orders_settled()}</Chip>;
  if (order.deliveredAt) return <Chip>{m.orders_delivered()}</Chip>;
  return <Chip>{m.orders_placed()}</Chip>;
}
