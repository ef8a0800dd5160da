import { may } from '@orbita/domain/access';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import { customerToWrite, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import { Customer } from './customer.entity.ts';

/** Takes a customer out of every list, count and search; he and his history can be restored. */
export async function deleteCustomer(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  const found = await customerToWrite(em, id, 'customer', 'delete', writing);
  if (isRefused(found)) return found;
  return turn(em, await em.findOneOrFail(Customer, { id: found.id }), writing.now, 'customerDeleted', writing);
}

/** Brings a deleted customer back as he was; of one who was erased nothing is left to bring. For those who may delete any. */
export async function restoreCustomer(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  await lockCustomers(em, [id], writing.now);
  const customer = await em.findOne(Customer, { id, deletedAt: { $ne: null }, erasedAt: null, mergedInto: null });
  if (!customer || !['administrator', 'manager'].includes(writing.viewer.role)) return refuse('NOT_FOUND', { field: 'id' });
  if (!may(writing.viewer, 'customer', 'delete')) return refuse('FORBIDDEN');
  return turn(em, customer, null, 'customerRestored', writing);
}

async function turn(
  em: Em, customer: Customer, deletedAt: Date | null, type: string, { now, actor, company }: Writing,
): Promise<string> {
  em.assign(customer, { deletedAt, updatedAt: now });
  await appendEvents(em, [{ customerId: customer.id, type, occurredAt: now, payload: {} }], actor, now);
  await em.flush();
  await refreshCustomers(em, [customer.id], { now, zone: company.zone, actor });
  return customer.id;
}
