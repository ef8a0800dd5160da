import { may } from '@orbita/domain/access';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import { customersToWrite, writableCustomers, type Writing } from '#requests';
import { comeBackToLists } from '#segments';
import { appendEvents } from '#timeline';
import { Customer } from './customer.entity.ts';

type Answers = (string | Refusal)[];

/** Takes a customer out of every list, count and search; he and his history can be restored. */
export async function deleteCustomer(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  const [done] = await deleteCustomers(em, [id], writing);
  return done!;
}

/** The same with many, in one transaction, each decided by himself. Answers in the order of the ids. */
export async function deleteCustomers(em: Em, ids: readonly string[], writing: Writing): Promise<Answers> {
  const found = await customersToWrite(em, ids, 'customer', 'delete', writing);
  return turn(em, found.map((one) => (isRefused(one) ? one : one.id)), writing.now, 'customerDeleted', writing);
}

/** What `deleteCustomers` would answer. */
export const previewDeletes = async (em: Em, ids: readonly string[], writing: Writing): Promise<Answers> =>
  (await writableCustomers(em, ids, 'customer', 'delete', writing)).map((one) => (isRefused(one) ? one : one.id));

/** Brings a deleted customer back as he was; of one who was erased nothing is left to bring. For those who may delete any. */
export async function restoreCustomer(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  const [done] = await restoreCustomers(em, [id], writing);
  return done!;
}

/** The same with many, in one transaction, each decided by himself. Answers in the order of the ids. */
export async function restoreCustomers(em: Em, ids: readonly string[], writing: Writing): Promise<Answers> {
  await lockCustomers(em, ids, writing.now);
  const answers = await previewRestores(em, ids, writing);
  await comeBackToLists(em, answers.filter((answer): answer is string => !isRefused(answer)), writing.now);
  return turn(em, answers, null, 'customerRestored', writing);
}

/** What `restoreCustomers` would answer. */
export async function previewRestores(em: Em, ids: readonly string[], { viewer }: Writing): Promise<Answers> {
  const maySee = ['administrator', 'manager'].includes(viewer.role);
  const deleted = maySee ? await em.find(Customer, { id: { $in: [...ids] }, deletedAt: { $ne: null }, erasedAt: null, mergedInto: null }) : [];
  const known = new Set(deleted.map(({ id }) => id));
  return ids.map((asked) => {
    const id = asked.toLowerCase();
    if (!known.has(id)) return refuse('NOT_FOUND', { field: 'id' });
    return may(viewer, 'customer', 'delete') ? id : refuse('FORBIDDEN');
  });
}

async function turn(em: Em, answers: Answers, deletedAt: Date | null, type: string, { now, actor, company }: Writing): Promise<Answers> {
  const ids = [...new Set(answers.filter((answer): answer is string => !isRefused(answer)))];
  if (ids.length === 0) return answers;
  for (const customer of await em.find(Customer, { id: { $in: ids } })) em.assign(customer, { deletedAt, updatedAt: now });
  await appendEvents(em, ids.map((customerId) => ({ customerId, type, occurredAt: now, payload: {} })), actor, now);
  await em.flush();
  await refreshCustomers(em, ids, { now, zone: company.zone, actor });
  return answers;
}
