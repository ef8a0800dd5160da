import type { OrderWholeFragment } from '#operations';
import { whatIsLeft } from '@orbita/domain/orders';

export type OrderAct = 'deliver' | 'settle' | 'return' | 'cancel';

/** Lines as far as returning goes. */
export const returnable = ({ lines }: OrderWholeFragment) =>
  lines.map(({ id, product, description, quantity }) => ({ id, productId: product?.id ?? null, description, quantity }));

/** What still lies with the customer, by line. */
export const leftOf = (order: OrderWholeFragment) =>
  whatIsLeft(returnable(order), order.returns.map(({ product, description, quantity }) => ({ productId: product?.id ?? null, description, quantity })));

/** What can be done next with an order as it stands, the likeliest first. */
export function whatMayBeDone(order: OrderWholeFragment): readonly OrderAct[] {
  if (order.cancelledAt !== null) return [];
  const acts: OrderAct[] = [];
  if (order.deliveredAt === null) acts.push('deliver');
  if (order.settledAt === null) acts.push('settle');
  if (order.deliveredAt !== null && !order.returnedWhole) acts.push('return');
  if (order.deliveredAt === null && order.returns.length === 0) acts.push('cancel');
  return acts;
}
