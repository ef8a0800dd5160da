import { type OrderChannel, type OrderSource, type PreparedOrder, takeOrder } from '@orbita/domain/orders';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { customerToWrite, type Writing } from '#requests';
import { Order, OrderLine } from './order.entity.ts';
import { hasContract, lineOfBusiness, orderNumber, rateOn } from './order-number.queries.ts';
import { recordOrder } from './order-to-write.queries.ts';
import { type NewOrderLine, pricedLines } from './priced-lines.ts';

export interface NewOrder {
  /** When it must be known before; a new one otherwise. */
  readonly id?: string | undefined;
  readonly customerId: string;
  /** The next of the counter when not given. */
  readonly number?: string | undefined;
  readonly source?: OrderSource | undefined;
  readonly lineId?: string | undefined;
  readonly channel?: OrderChannel | undefined;
  readonly placedAt?: Date | undefined;
  /** Whether delivery and payment will be recorded here; yes when not said. */
  readonly tracked?: boolean | undefined;
  readonly contractEndsAt?: Date | undefined;
  readonly currency?: string | undefined;
  /** The opportunity that it wins; see `winOpportunity`. */
  readonly opportunityId?: string | undefined;
  /** The contract order that it renews. */
  readonly renews?: string | undefined;
  readonly lines: readonly NewOrderLine[];
}

/** Records what was sold to a customer, whatever the way: exactly one order for a number of a source. */
export async function placeOrder(em: Em, asked: NewOrder, writing: Writing): Promise<string | Refusal> {
  const customer = await customerToWrite(em, asked.customerId, 'order', 'create', writing);
  if (isRefused(customer)) return customer;
  const { now } = writing;
  const placedAt = asked.placedAt ?? now;
  if (placedAt > now) return refuse('OUT_OF_RANGE', { field: 'placedAt', details: { maximum: now.toISOString() } });
  if (asked.renews && !await hasContract(em, customer.id, asked.renews)) return refuse('NOT_FOUND', { field: 'renews' });
  const prepared = await prepare(em, asked, placedAt, writing);
  if (isRefused(prepared)) return prepared;
  const number = await orderNumber(em, prepared.source, prepared.number);
  if (isRefused(number)) return number;
  const { lines, contractEndsAt, deliveredAt, settledAt, ...head } = prepared;
  const order = em.create(Order, {
    ...head, id: asked.id ?? newId(), customerId: customer.id, number, placedAt, contractEndsAt: instant(contractEndsAt),
    deliveredAt: instant(deliveredAt), settledAt: instant(settledAt), opportunityId: asked.opportunityId ?? null, renewsOrderId: asked.renews ?? null, createdAt: now, updatedAt: now,
  });
  for (const line of lines) em.create(OrderLine, { ...line, id: newId(), customerId: customer.id, orderId: order.id });
  return recordOrder(em, order, {
    type: 'orderPlaced', occurredAt: placedAt, payload: asked.tracked === false ? { tracked: false } : {},
    cycle: {
      type: 'orderPlaced', orderId: order.id, lineId: order.lineId, at: placedAt.getTime(), tracked: order.tracked,
      contractEndsAt, opportunityId: asked.opportunityId ?? null, renews: asked.renews ?? null,
    },
  }, writing);
}

async function prepare(em: Em, asked: NewOrder, placedAt: Date, writing: Writing): Promise<PreparedOrder | Refusal> {
  const { company, actor } = writing;
  const currency = asked.currency ?? company.currency;
  const rate = await rateOn(em, currency, placedAt, company);
  if (rate === null) return noRate(currency);
  const lineId = await lineOfBusiness(em, asked.lineId);
  if (isRefused(lineId)) return lineId;
  const lines = await pricedLines(em, asked.lines, { currency, companyCurrency: company.currency });
  if (isRefused(lines)) return lines;
  return takeOrder({
    ...asked, source: asked.source ?? (actor.channel === 'API' ? 'API' : 'MANUAL'), tracked: asked.tracked ?? true,
    placedAt: placedAt.getTime(), contractEndsAt: asked.contractEndsAt?.getTime(), currency, rate, lineId,
    lines,
  }, { currency: company.currency, defaultLineId: lineId });
}

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));

const noRate = (currency: string): Refusal => refuseBecause('INVALID', 'NO_RATE', { field: 'currency', currency });
