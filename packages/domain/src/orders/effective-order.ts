import { type Bilingual, inBoth } from '#facts';

/** What decides whether an order counts; amounts in minor units of the company's currency. */
export interface OrderState {
  /** When it was cancelled in full, else null. */
  readonly cancelledAt: unknown;
  /** Whether everything came back. */
  readonly returnedWhole: boolean;
  readonly companyAmount: number;
  readonly companyReturned: number;
}

/** Whether an order counts as one: not cancelled in full, not returned in full (LIFECYCLE §0). */
export function isEffective(order: Pick<OrderState, 'cancelledAt' | 'returnedWhole'>): boolean {
  return order.cancelledAt === null && !order.returnedWhole;
}

/** Where an order stands, as one word says it: the first of these from the end that holds. */
export const orderStandings = ['PLACED', 'DELIVERED', 'SETTLED', 'RETURNED', 'CANCELLED'] as const;

export type OrderStanding = (typeof orderStandings)[number];

export const orderStandingLabels: Readonly<Record<OrderStanding, Bilingual>> = {
  PLACED: inBoth('Placed', 'Realizado'),
  DELIVERED: inBoth('Delivered', 'Entregado'),
  SETTLED: inBoth('Paid', 'Cobrado'),
  RETURNED: inBoth('Returned', 'Devuelto'),
  CANCELLED: inBoth('Cancelled', 'Anulado'),
};

/** Where an order stands. */
export function orderStanding(order: Pick<OrderState, 'cancelledAt' | 'returnedWhole'> & { readonly deliveredAt: unknown; readonly settledAt: unknown }): OrderStanding {
  if (order.cancelledAt !== null) return 'CANCELLED';
  if (order.returnedWhole) return 'RETURNED';
  if (order.settledAt !== null) return 'SETTLED';
  return order.deliveredAt === null ? 'PLACED' : 'DELIVERED';
}

/** What an effective order is worth: its lines less what was credited; 0 for one that does not count. */
export function orderAmount(order: OrderState): number {
  return isEffective(order) ? order.companyAmount - order.companyReturned : 0;
}
