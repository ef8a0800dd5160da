import type { Cycle } from '../cycle.ts';
import type { CustomerCycles, CycleOrder } from '../customer-cycles.ts';
import type {
  ContractTerminated, DebtWrittenOff, DeliveryMade, GoodsReturned, IgnoredCode, OrderCancelled, PaymentReceived,
} from '../cycle-event.ts';
import { reachAfterSales } from './after-sales.ts';
import { closeCycle, type Draft, enterPhase, markPhase, putCycle, putOrder } from './draft.ts';
import { type Answer, cannotArise, oneCycle, type Row, stay } from './row.ts';

interface OfOrder { readonly orderId: string }

const aboutOrder = (state: CustomerCycles, { orderId }: OfOrder): readonly Cycle[] | IgnoredCode => {
  const order = state.orders.find(({ id }) => id === orderId);
  if (!order) return 'NOT_KNOWN';
  return order.effective ? oneCycle(state, (cycle) => cycle.orderId === orderId) : 'ORDER_VOID';
};

function changeOrder(draft: Draft, { orderId }: OfOrder, changes: Partial<CycleOrder>): CycleOrder {
  const order = draft.state.orders.find(({ id }) => id === orderId) as CycleOrder;
  return putOrder(draft, { ...order, ...changes });
}

function deliverPart(draft: Draft, event: DeliveryMade, cycle: Cycle): Answer {
  changeOrder(draft, event, { delivered: 'PART' });
  if (event.late) markPhase(draft, cycle, 'DELIVERY');
  return null;
}

function deliverAll(draft: Draft, event: DeliveryMade, cycle: Cycle): Answer {
  complete(draft, event, event.late ? markPhase(draft, cycle, 'DELIVERY') : cycle);
  return null;
}

/** Nothing more is to be delivered: payment is waited for, if it is still due. */
function complete(draft: Draft, event: OfOrder & { readonly at: number }, cycle: Cycle): void {
  const order = changeOrder(draft, event, { delivered: 'ALL' });
  if (order.settled) reachAfterSales(draft, cycle, order, event.at);
  else enterPhase(draft, cycle, 'BILLING', event.at);
}

const past = 'ALREADY_PAST';

export const partDelivery: Row<DeliveryMade> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, deliverPart, past, past, past],
};

export const completeDelivery: Row<DeliveryMade> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, deliverAll, past, past, past],
};

function settleEarly(draft: Draft, event: PaymentReceived): Answer {
  changeOrder(draft, event, { settled: true });
  return null;
}

function settle(draft: Draft, event: PaymentReceived, cycle: Cycle): Answer {
  reachAfterSales(draft, cycle, changeOrder(draft, event, { settled: true }), event.at);
  return null;
}

export const settlingPayment: Row<PaymentReceived> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, settleEarly, settle, past, past],
};

/** Something is still to be paid after it. */
export const unsettlingPayment: Row<PaymentReceived> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, 'NO_MOVE', 'NO_MOVE', 'NO_MOVE', 'NO_MOVE'],
};

function cancel(draft: Draft, event: OrderCancelled, cycle: Cycle): Answer {
  const order = draft.state.orders.find(({ id }) => id === event.orderId);
  if (order?.delivered === 'PART') {
    complete(draft, event, markPhase(draft, cycle, 'DELIVERY'));
    return null;
  }
  changeOrder(draft, event, { effective: false });
  closeCycle(draft, cycle, 'LOST', event.at, event.reason ?? 'ORDER_CANCELLED');
  return null;
}

/** With nothing delivered the order falls; else the rest is dropped and it counts as complete. */
export const orderCancelled: Row<OrderCancelled> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, cancel, 'USE_RETURN', 'USE_RETURN', 'USE_RETURN'],
};

/** Before delivery is complete a return lowers the amount only. */
const returnEarly = (draft: Draft, { orderId }: GoodsReturned): Answer =>
  (draft.state.orders.find(({ id }) => id === orderId)?.delivered === 'NOTHING' ? 'NOTHING_DELIVERED' : null);

export const partReturn: Row<GoodsReturned> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, returnEarly, stay, stay, stay],
};

function returnAll(draft: Draft, event: GoodsReturned, cycle: Cycle | undefined): Answer {
  changeOrder(draft, event, { effective: false });
  if (cycle) closeCycle(draft, cycle, 'LOST', event.at, event.reason ?? 'GOODS_RETURNED');
  return null;
}

export const wholeReturn: Row<GoodsReturned> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, returnEarly, returnAll, returnAll, returnAll],
};

function markBilling(draft: Draft, _event: DebtWrittenOff, cycle: Cycle): Answer {
  markPhase(draft, cycle, 'BILLING');
  return null;
}

function writeOff(draft: Draft, event: DebtWrittenOff, cycle: Cycle): Answer {
  closeCycle(draft, markPhase(draft, cycle, 'BILLING'), 'LOST', event.at, 'DEBT_WRITTEN_OFF');
  return null;
}

export const debtWrittenOff: Row<DebtWrittenOff> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, markBilling, writeOff, markBilling, stay],
};

function keepNotice(draft: Draft, event: ContractTerminated, _cycle?: Cycle): Answer {
  const order = draft.state.orders.find(({ id }) => id === event.orderId);
  if (!order || order.contractEndsAt === null) return 'NO_CONTRACT';
  if (order.contractEndsAt <= event.at) return 'ALREADY_PAST';
  if (order.noticeEndsAt !== event.effectiveAt) changeOrder(draft, event, { noticeEndsAt: event.effectiveAt });
  return null;
}

function moveWindow(draft: Draft, event: ContractTerminated, cycle: Cycle): Answer {
  const ignored = keepNotice(draft, event);
  if (ignored === null && cycle.windowEndsAt !== event.effectiveAt) putCycle(draft, { ...cycle, windowEndsAt: event.effectiveAt });
  return ignored;
}

/** Notice of a running contract: the date is kept, and after-sales ends with it, without grace. */
export const contractTerminated: Row<ContractTerminated> = {
  about: aboutOrder,
  cells: [cannotArise, cannotArise, cannotArise, cannotArise, keepNotice, keepNotice, moveWindow, keepNotice],
};
