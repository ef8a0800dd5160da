import { type ContactPointInput, prepareContactPoint } from '@orbita/domain/contacts';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { claimIdentities, releaseIdentity } from '#identity';
import type { Writing } from '#requests';
import { ContactPoint } from './contact.entity.ts';
import { contactPointRow } from './rows.ts';
import { writeForCustomer } from './write-for-customer.ts';

export interface NewContactPoint extends ContactPointInput {
  readonly customerId: string;
  readonly contactId?: string | null | undefined;
  readonly preferred?: boolean | undefined;
}

/** Adds an e-mail, telephone or other point; a known one is answered as it is. */
export function addContactPoint(em: Em, input: NewContactPoint, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, input.customerId, writing, async (customerId) => {
    const point = prepareContactPoint(input, writing.company.country);
    if (isRefused(point)) return point;
    const known = await em.findOne(ContactPoint, { customerId, kind: point.kind, normalised: point.normalised, contactId: input.contactId ?? null });
    if (known) return { unchanged: true };
    if (point.kind === 'EMAIL' && !input.contactId) {
      const claimed = await claimIdentities(em, customerId, [{ kind: 'EMAIL', value: point.normalised }], writing.viewer);
      if (isRefused(claimed)) return { ...claimed, field: 'value' };
    }
    if (input.preferred) await unprefer(em, customerId, point.kind);
    const row = contactPointRow(em, customerId, input.contactId ?? null, point, writing.now);
    row.preferred = input.preferred ?? false;
    return { type: 'contactPointAdded', payload: { contactPointId: row.id, kind: row.kind }, personal: { value: row.value } };
  });
}

/** Makes a point the one to use first among its kind. */
export function preferContactPoint(em: Em, customerId: string, id: string, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, customerId, writing, async (ownId) => {
    const point = await em.findOne(ContactPoint, { id, customerId: ownId });
    if (!point) return refuse('NOT_FOUND', { field: 'id' });
    await unprefer(em, ownId, point.kind);
    point.preferred = true;
    return { type: 'contactPointPreferred', payload: { contactPointId: id, kind: point.kind } };
  });
}

/** Removes a point; the timeline keeps that it was there. */
export function removeContactPoint(em: Em, customerId: string, id: string, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, customerId, writing, async (ownId) => {
    const point = await em.findOne(ContactPoint, { id, customerId: ownId });
    if (!point) return refuse('NOT_FOUND', { field: 'id' });
    if (point.kind === 'EMAIL' && !point.contactId) await releaseIdentity(em, ownId, { kind: 'EMAIL', value: point.normalised });
    em.remove(point);
    return { type: 'contactPointRemoved', payload: { contactPointId: id, kind: point.kind }, personal: { value: point.value } };
  });
}

async function unprefer(em: Em, customerId: string, kind: string): Promise<void> {
  for (const other of await em.find(ContactPoint, { customerId, kind, preferred: true })) other.preferred = false;
}
