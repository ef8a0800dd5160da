import { orderFell } from '@orbita/domain/cycles';
import { costReturned, type PreparedReturn, type ReturnableLine, returnLines, type ReturnedPart, whatIsLeft } from '@orbita/domain/orders';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import type { Writing } from '#requests';
import { type Order, OrderLine, OrderReturn } from '../order.entity.ts';
import { type OrderAt, orderToWrite, recordOrder } from '../order-to-write.queries.ts';

export interface ReturnGoods extends OrderAt {
  /** Everything that is still out when not given. */
  readonly lines?: readonly { readonly lineId: string; readonly quantity: string }[] | undefined;
  readonly returnedAt?: Date | undefined;
  /** Number of the credit note or of the return; the order's own when not given. */
  readonly reference?: string | undefined;
}

/** Records what came back of an order and what is credited for it; an order that came back whole counts no more. */
export async function returnGoods(em: Em, asked: ReturnGoods, writing: Writing): Promise<string | Refusal> {
  const order = await orderToWrite(em, asked, writing);
  if (isRefused(order)) return order;
  if (order.cancelledAt) return refuseBecause('CONFLICT', 'CANCELLED');
  if (order.returnedWhole) return refuseBecause('CONFLICT', 'RETURNED_WHOLE');
  const { now, company } = writing;
  const returnedAt = asked.returnedAt ?? now;
  if (returnedAt < order.placedAt || returnedAt > now) {
    return refuse('OUT_OF_RANGE', { field: 'returnedAt', details: { minimum: order.placedAt.toISOString(), maximum: now.toISOString() } });
  }
  const { lines, returned } = await linesAndReturns(em, order);
  const prepared = returnLines(
    { cancelledAt: null, currency: order.currency, companyCurrency: company.currency, lines, returned },
    asked.lines ?? whatIsLeft(lines, returned),
  );
  if (isRefused(prepared)) return prepared;
  const returnIds = credit(em, order, prepared, { returnedAt, reference: asked.reference?.trim() || order.number });
  em.assign(order, {
    companyReturned: order.companyReturned + prepared.companyAmount, companyCostReturned: costReturned(lines, [...returned, ...prepared.parts]), returnedWhole: prepared.returnedWhole, updatedAt: now,
  });
  const at = returnedAt.getTime();
  const cycle = prepared.returnedWhole
    ? orderFell(order.id, { at, delivered: !order.tracked || Boolean(order.deliveredAt) })
    : { type: 'goodsReturned', orderId: order.id, at, whole: false } as const;
  const payload = { returnIds, whole: prepared.returnedWhole };
  return recordOrder(em, order, { type: 'goodsReturned', occurredAt: returnedAt, payload, cycle }, writing);
}

async function linesAndReturns(em: Em, { id, customerId }: Order): Promise<{ lines: (ReturnableLine & { companyCost: number | null })[]; returned: ReturnedPart[] }> {
  const lines = await em.find(OrderLine, { customerId, orderId: id }, { orderBy: { no: 'asc' } });
  const returned = await em.find(OrderReturn, { customerId, orderId: id });
  return {
    lines: lines.map((line) => ({ ...pick(line), id: line.id, description: line.description, companyCost: line.companyCost ?? null })),
    returned: returned.map((part) => ({ ...pick(part), description: part.description ?? null })),
  };
}

const pick = ({ productId, quantity, amount, companyAmount }: OrderLine | OrderReturn) =>
  ({ productId: productId ?? null, quantity, amount, companyAmount });

function credit(em: Em, order: Order, { parts }: PreparedReturn, about: { returnedAt: Date; reference: string }): string[] {
  return parts.map(({ lineId: _, ...part }) => {
    const id = newId();
    em.create(OrderReturn, { ...part, ...about, id, customerId: order.customerId, orderId: order.id, currency: order.currency });
    return id;
  });
}
