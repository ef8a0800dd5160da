import { type ContactPointInput, prepareContactPoint } from '@orbita/domain/contacts';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { claimIdentities, releaseIdentity } from '#identity';
import type { Writing } from '#requests';
import { ContactPoint } from './contact.entity.ts';
import { holderOfContact } from './holder-of-contact.ts';
import { contactPointRow } from './rows.ts';
import { writeForCustomer } from './write-for-customer.ts';

export interface NewContactPoint extends ContactPointInput {
  readonly customerId: string;
  readonly contactId?: string | null | undefined;
  readonly preferred?: boolean | undefined;
}

/** Adds an e-mail, telephone or other point; a known one is answered as it is. */
export function addContactPoint(em: Em, input: NewContactPoint, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, input.customerId, writing, async (rootId, parts) => {
    const point = prepareContactPoint(input, writing.company.country);
    if (isRefused(point)) return point;
    const customerId = input.contactId ? await holderOfContact(em, input.contactId, parts) : rootId;
    if (isRefused(customerId)) return customerId;
    const known = await em.findOne(ContactPoint, { customerId: { $in: [...parts] }, kind: point.kind, normalised: point.normalised, contactId: input.contactId ?? null });
    if (known) return { unchanged: true };
    if (point.kind === 'EMAIL' && !input.contactId) {
      const claimed = await claimIdentities(em, customerId, [{ kind: 'EMAIL', value: point.normalised }], writing.viewer);
      if (isRefused(claimed)) return { ...claimed, field: 'value' };
    }
    if (input.preferred) await unprefer(em, parts, point.kind);
    const row = contactPointRow(em, customerId, input.contactId ?? null, point, writing.now);
    row.preferred = input.preferred ?? false;
    return { type: 'contactPointAdded', payload: { contactPointId: row.id, kind: row.kind, ...ofContact(row) }, personal: { value: row.value } };
  });
}

/** Makes a point the one to use first among its kind. */
export function preferContactPoint(em: Em, customerId: string, id: string, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, customerId, writing, async (_, parts) => {
    const point = await em.findOne(ContactPoint, { id, customerId: { $in: [...parts] } });
    if (!point) return refuse('NOT_FOUND', { field: 'id' });
    await unprefer(em, parts, point.kind);
    point.preferred = true;
    return { type: 'contactPointPreferred', payload: { contactPointId: id, kind: point.kind } };
  });
}

/** Removes a point; the timeline keeps that it was there. */
export function removeContactPoint(em: Em, customerId: string, id: string, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, customerId, writing, async (ownId, parts) => {
    const point = await em.findOne(ContactPoint, { id, customerId: { $in: [...parts] } });
    if (!point) return refuse('NOT_FOUND', { field: 'id' });
    if (point.kind === 'EMAIL' && !point.contactId) await releaseIdentity(em, ownId, { kind: 'EMAIL', value: point.normalised });
    for (const twin of await twinsOf(em, point, parts)) em.remove(twin);
    return { type: 'contactPointRemoved', payload: { contactPointId: id, kind: point.kind, ...ofContact(point) }, personal: { value: point.value } };
  });
}

/** Whose it was, so that erasing a contact reaches what was told of a point that is gone. */
const ofContact = ({ contactId }: ContactPoint) => (contactId ? { contactId } : {});

/** The same point as rows of those who are one now: it is shown once, and goes as one. */
const twinsOf = (em: Em, { kind, normalised, contactId }: ContactPoint, parts: readonly string[]): Promise<ContactPoint[]> =>
  em.find(ContactPoint, { customerId: { $in: [...parts] }, kind, normalised, contactId: contactId ?? null });

async function unprefer(em: Em, parts: readonly string[], kind: string): Promise<void> {
  for (const other of await em.find(ContactPoint, { customerId: { $in: [...parts] }, kind, preferred: true })) other.preferred = false;
}
