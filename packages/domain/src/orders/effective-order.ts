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

/** What an effective order is worth: its lines less what was credited; 0 for one that does not count. */
export function orderAmount(order: OrderState): number {
  return isEffective(order) ? order.companyAmount - order.companyReturned : 0;
}
