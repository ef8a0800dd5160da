import { refuseReferrer } from '@orbita/domain/customers';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import { customerToWrite, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import { type CustomerAt, customerAt } from './customer-version.ts';
import { chainOfReferrers, cyclesStartedBy } from './ways.queries.ts';

export interface SetReferrer extends CustomerAt {
  readonly referrerId: string;
}

/** Notes who recommended a customer: once, before his first cycle, somebody whom the viewer sees. */
export async function setReferrer(em: Em, asked: SetReferrer, writing: Writing): Promise<string | Refusal> {
  const { now, actor, company } = writing;
  await lockCustomers(em, [asked.id, asked.referrerId], now);
  const referrer = await customerToWrite(em, asked.referrerId, 'customer', 'read', writing);
  if (isRefused(referrer)) return { ...referrer, field: 'referrerId' };
  const customer = await customerAt(em, asked, writing);
  if (isRefused(customer)) return customer;
  const refusal = refuseReferrer(
    { customerId: customer.id, referredBy: customer.referredBy ?? null, cyclesStarted: await cyclesStartedBy(em, customer.id) },
    await chainOfReferrers(em, referrer.id),
  );
  if (refusal) return refusal;
  em.assign(customer, { referredBy: referrer.id, updatedAt: now });
  await em.flush();
  await appendEvents(em, [{ customerId: customer.id, type: 'referrerSet', occurredAt: now, payload: { referrerId: referrer.id } }], actor, now);
  await refreshCustomers(em, [customer.id, referrer.id], { now, zone: company.zone, actor });
  return customer.id;
}
