import { mayReadMarked } from '@orbita/domain/access';
import { parseMoney } from '@orbita/domain/money';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';
import { type CustomerAt, customerAt } from './customer-version.ts';

export interface SetAcquisitionCost extends CustomerAt {
  /** Decimal text in the company's currency; null when it is not known. */
  readonly cost: string | null;
}

/** Notes what it cost to win a customer: for those who keep his orders and may read margins. The event does not tell the amount. */
export async function setAcquisitionCost(em: Em, asked: SetAcquisitionCost, writing: Writing): Promise<string | Refusal> {
  const { now, actor, company, viewer } = writing;
  if (!mayReadMarked(viewer.role, 'margin')) return refuse('FORBIDDEN', { field: 'cost' });
  const cost = asked.cost === null ? null : parseMoney(asked.cost, company.currency);
  if (isRefused(cost)) return { ...cost, field: 'cost' };
  if (cost && cost.amount < 0) return refuse('OUT_OF_RANGE', { field: 'cost', details: { minimum: 0 } });
  const customer = await customerAt(em, asked, writing, 'update', 'order');
  if (isRefused(customer)) return customer;
  const amount = cost?.amount ?? null;
  if ((customer.acquisitionCost ?? null) === amount) return customer.id;
  em.assign(customer, { acquisitionCost: amount, updatedAt: now });
  await em.flush();
  await appendEvents(em, [{ customerId: customer.id, type: 'acquisitionCostSet', occurredAt: now, payload: { known: amount !== null } }], actor, now);
  await refreshCustomers(em, [customer.id], { now, zone: company.zone, actor });
  return customer.id;
}
