import { isGone, refuseDeparture } from '@orbita/domain/customers';
import { churnReasons } from '@orbita/domain/facts';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { refreshCustomers } from '#lifecycle';
import { recordHappened, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import type { Customer } from '../customer.entity.ts';
import { type CustomerAt, customerAt } from './customer-version.ts';
import { lastOrderOf } from './ways.queries.ts';

export interface RecordDeparture extends CustomerAt {
  /** One of `churnReasons`. */
  readonly reason: string;
  readonly note?: string | undefined;
  /** Now when not given. */
  readonly leftAt?: Date | undefined;
}

const longestNote = 500;

/** The customer says that he leaves: his open cycles end, those in which we still owe as soon as we do not. */
export async function recordDeparture(em: Em, asked: RecordDeparture, writing: Writing): Promise<string | Refusal> {
  const { reason, note = '' } = asked;
  if (!(reason in churnReasons)) return refuse('INVALID', { field: 'reason' });
  if (note.length > longestNote) return refuse('TOO_LONG', { field: 'note', details: { maximum: longestNote } });
  const customer = await customerAt(em, asked, writing);
  if (isRefused(customer)) return customer;
  const { now } = writing;
  const leftAt = asked.leftAt ?? now;
  const refusal = refuseDeparture(await departing(em, customer), leftAt.getTime(), now.getTime());
  if (refusal) return refusal;
  em.assign(customer, { leftAt, leftReason: reason, updatedAt: now });
  await recordHappened(em, {
    customerId: customer.id, rootId: customer.id, type: 'customerLeft', occurredAt: leftAt, payload: { reason },
    // What people write freely may name somebody: erasing him must reach it.
    ...(note.trim() === '' ? {} : { personal: { note: note.trim() } }),
    cycle: { type: 'customerLeft', at: leftAt.getTime(), reason },
  }, writing);
  return customer.id;
}

/** A departure that was entered by mistake is taken back: he has not left, but what was closed stays closed. */
export async function withdrawDeparture(em: Em, asked: CustomerAt, writing: Writing): Promise<string | Refusal> {
  const customer = await customerAt(em, asked, writing);
  if (isRefused(customer)) return customer;
  if (!isGone(await departing(em, customer))) return refuseBecause('CONFLICT', 'HAS_NOT_LEFT');
  const { now, actor, company } = writing;
  em.assign(customer, { leftAt: null, leftReason: null, updatedAt: now });
  await em.flush();
  await appendEvents(em, [{ customerId: customer.id, type: 'departureWithdrawn', occurredAt: now, payload: {} }], actor, now);
  await refreshCustomers(em, [customer.id], { now, zone: company.zone, actor });
  return customer.id;
}

const departing = async (em: Em, customer: Customer) => ({
  customerSince: customer.customerSince.getTime(), leftAt: customer.leftAt?.getTime() ?? null, lastOrderAt: await lastOrderOf(em, customer.id),
});
