import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { customerToWrite, type Happened, recordHappened, type Writing } from '#requests';
import { refuseStale } from '#timeline';
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

/** What happened to an order. */
export type HappenedToOrder = Omit<Happened, 'customerId' | 'rootId' | 'payload'> & Partial<Pick<Happened, 'payload'>>;

/** Tells the timeline and the cycles what happened to an order, saves it and counts its customer anew. */
export async function recordOrder(
  em: Em, order: { id: string; customerId: string }, { payload, ...happened }: HappenedToOrder, writing: Writing,
): Promise<string> {
  const { id: orderId, customerId } = order;
  await recordHappened(em, { ...happened, customerId, rootId: await rootOf(em, customerId), payload: { orderId, ...payload } }, writing);
  return orderId;
}

/** A customer's cycles are those of the one into whom he was merged. */
async function rootOf(em: Em, customerId: string): Promise<string> {
  const [row] = await rowsOf(em, sql<{ id: string }>`select coalesce(merged_into, id) as id from customer where id = ${customerId}::uuid`);
  return row?.id ?? customerId;
}
