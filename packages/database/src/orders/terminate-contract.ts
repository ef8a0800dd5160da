import { localDate } from '@orbita/domain/calendar';
import { refuseTermination } from '@orbita/domain/orders';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { type OrderAt, orderToWrite, recordOrder } from './order-to-write.queries.ts';

export interface TerminateContract extends OrderAt {
  /** For when notice is given. */
  readonly effectiveAt: Date;
}

/** Notes that notice of a running contract was given: it ends then, without grace. A later notice moves the date. */
export async function terminateContract(em: Em, asked: TerminateContract, writing: Writing): Promise<string | Refusal> {
  const order = await orderToWrite(em, asked, writing);
  if (isRefused(order)) return order;
  const { now, company } = writing;
  const contractEndsAt = order.contractEndsAt?.getTime() ?? null;
  const refusal = refuseTermination(
    { contractEndsAt, effective: !order.cancelledAt && !order.returnedWhole }, asked.effectiveAt.getTime(), { now: now.getTime(), timeZone: company.zone },
  );
  if (refusal) return refusal;
  const effectiveAt = asked.effectiveAt.getTime();
  if (order.noticeEndsAt?.getTime() === effectiveAt) return order.id;
  em.assign(order, { noticeEndsAt: asked.effectiveAt, updatedAt: now });
  return recordOrder(em, order, {
    type: 'contractTerminated', occurredAt: now,
    // The day as the company's calendar has it: whoever reads may be elsewhere.
    payload: { effectiveAt: asked.effectiveAt.toISOString(), effectiveOn: localDate(effectiveAt, company.zone) },
    cycle: { type: 'contractTerminated', orderId: order.id, at: now.getTime(), effectiveAt },
  }, writing);
}
