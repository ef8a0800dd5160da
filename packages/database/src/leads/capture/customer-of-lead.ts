import type { Viewer } from '@orbita/domain/access';
import type { PreparedLead } from '@orbita/domain/leads';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { keepCustomer, restoreCustomer } from '#customers';
import { lockCustomers } from '#lifecycle';
import { type CustomerToWrite, customerToWrite, type Writing } from '#requests';
import { customerByKeys, type KnownCustomer, releaseUnkept } from './lead-company.queries.ts';

/** The customer that a lead is about, locked: named, or known by an exact key, or made. */
export type CustomerOfLead = CustomerToWrite & { readonly kind: KnownCustomer['kind']; readonly isNew: boolean };

/**
 * An interest is never lost because whoever took it down may not see the customer: somebody known by his keys is found
 * whoever asks, and one who was deleted is there again.
 */
export async function customerOfLead(em: Em, lead: PreparedLead, writing: Writing): Promise<CustomerOfLead | Refusal> {
  if (lead.customerId !== null) return held(em, { id: lead.customerId, kind: 'ORGANISATION', deleted: false }, lead, writing);
  const everybody = { ...writing, viewer: seesAll(writing.viewer) };
  const prepared = lead.customer!;
  const known = await customerByKeys(em, prepared.identityKeys);
  if (known) return held(em, known, lead, everybody);
  const { partnerId } = writing.viewer;
  const made = await keepCustomer(em, prepared, { ownerId: null, teamId: null, partnerId }, everybody);
  if (isRefused(made)) return madeByAnother(em, made, lead, everybody);
  return held(em, { id: made, kind: prepared.kind, deleted: false }, lead, everybody, true);
}

/** Somebody else made him while we were about to. */
async function madeByAnother(em: Em, refusal: Refusal, lead: PreparedLead, writing: Writing): Promise<CustomerOfLead | Refusal> {
  if (refusal.code !== 'ALREADY_EXISTS') return refusal;
  await releaseUnkept(em, lead.customer!.identityKeys);
  const known = await customerByKeys(em, lead.customer!.identityKeys);
  return known ? held(em, known, lead, writing) : refusal;
}

async function held(em: Em, { id, kind, deleted }: KnownCustomer, { referrerId }: PreparedLead, writing: Writing, isNew = false): Promise<CustomerOfLead | Refusal> {
  if (referrerId) await lockCustomers(em, [id, referrerId], writing.now);
  if (deleted) {
    const restored = await restoreCustomer(em, id, writing);
    if (isRefused(restored)) return restored;
  }
  const customer = await customerToWrite(em, id, 'lead', 'create', writing);
  return isRefused(customer) ? customer : { ...customer, kind, isNew };
}

const seesAll = (viewer: Viewer): Viewer => ({ ...viewer, role: 'administrator' });
