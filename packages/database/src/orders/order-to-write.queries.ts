import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { refreshCustomers } from '#facts';
import { customerToWrite, type Writing } from '#requests';
import { appendEvents, refuseStale } from '#timeline';
import { Order } from './order.entity.ts';
import { orderSource, orderVisible } from './order.queries.ts';

export interface OrderAt {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Locks the customer of an order and loads it; to one who may not see it, it does not exist. */
export async function orderToWrite(em: Em, { id, expectedVersion }: OrderAt, writing: Writing): Promise<Order | Refusal> {
  const [held] = await rowsOf(em, sql<{ customerId: string }>`
    select o.customer_id as "customerId" from ${orderSource} where o.id = ${id}::uuid and ${orderVisible(writing.viewer)}`);
  if (!held) return refuse('NOT_FOUND', { field: 'id' });
  const customer = await customerToWrite(em, held.customerId, 'order', 'update', writing);
  if (isRefused(customer)) return customer;
  const order = await em.findOneOrFail(Order, { id, customerId: held.customerId });
  return order.version === expectedVersion ? order : refuseStale(em, order.customerId, { payload: { orderId: id } });
}

export interface Happened {
  readonly type: string;
  readonly occurredAt: Date;
  readonly payload?: Record<string, unknown>;
  readonly personal?: Record<string, unknown>;
}

/** Tells the timeline what happened to an order, saves it and counts its customer anew. */
export async function recordOrder(
  em: Em, order: { id: string; customerId: string }, { payload, ...event }: Happened, { actor, now, company }: Writing,
): Promise<string> {
  await em.flush();
  await appendEvents(em, [{ ...event, customerId: order.customerId, payload: { orderId: order.id, ...payload } }], actor, now);
  await refreshCustomers(em, [order.customerId], { now, zone: company.zone });
  return order.id;
}

/** A conflict with its reason in the viewer's language. */
export const conflict = ({ viewer }: Writing, english: string, spanish: string): Refusal =>
  refuse('CONFLICT', { details: { reason: viewer.language === 'es' ? spanish : english } });
