import { refuseLongTexts } from '@orbita/domain/contacts';
import type { CustomValueInput } from '@orbita/domain/custom-fields';
import { normaliseText } from '@orbita/domain/facts';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import { changedValues, given } from '#company';
import { type Em, newId } from '#connection';
import { changeCustom, firstCustom, toldCustom } from '#custom-fields';
import type { Writing } from '#requests';
import { refuseStale } from '#timeline';
import { Contact, ContactPoint } from './contact.entity.ts';
import { writeForCustomer } from './write-for-customer.ts';

export interface ContactFields {
  readonly givenName?: string | undefined;
  readonly familyName?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly isPrimary?: boolean | undefined;
  /** Of the company's own fields: those that are named. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
}

/** Adds a person who acts for an organisation, with what the company requires of one. */
export function addContact(em: Em, { customerId, ...fields }: ContactFields & { customerId: string }, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, customerId, writing, async (ownId, parts) => {
    const named = nameOf(fields.givenName, fields.familyName);
    if ('refused' in named) return named;
    const texts = { jobTitle: tidy(fields.jobTitle), role: tidy(fields.role) };
    const long = refuseLongTexts(texts);
    if (long) return long;
    const custom = await firstCustom(em, 'CONTACT', fields.custom, writing);
    if (isRefused(custom)) return custom;
    const { now } = writing;
    if (fields.isPrimary) await unsetPrimary(em, parts);
    const row = em.create(Contact, {
      id: newId(), customerId: ownId, ...named, ...texts,
      isPrimary: fields.isPrimary ?? false, custom: custom.values, customCompared: custom.compared, createdAt: now, updatedAt: now,
    });
    return { type: 'contactAdded', payload: { contactId: row.id }, personal: { ...named }, reorders: Object.keys(custom.changed).length > 0 };
  });
}

export interface ContactPatch extends ContactFields {
  readonly id: string;
  readonly customerId: string;
  readonly expectedVersion: number;
}

export function updateContact(em: Em, patch: ContactPatch, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, patch.customerId, writing, async (customerId, parts) => {
    const contact = await em.findOne(Contact, { id: patch.id, customerId: { $in: [...parts] }, deletedAt: null });
    if (!contact) return refuse('NOT_FOUND', { field: 'id' });
    if (contact.version !== patch.expectedVersion) return refuseStale(em, customerId, { payload: { contactId: contact.id } });
    const named = nameOf(patch.givenName ?? contact.givenName, patch.familyName === undefined ? contact.familyName : patch.familyName);
    if ('refused' in named) return named;
    const texts = {
      ...(patch.jobTitle === undefined ? {} : { jobTitle: tidy(patch.jobTitle) }),
      ...(patch.role === undefined ? {} : { role: tidy(patch.role) }),
    };
    const long = refuseLongTexts(texts);
    if (long) return long;
    const custom = await changeCustom(em, 'CONTACT', { values: contact.custom, compared: contact.customCompared }, patch.custom, writing);
    if (isRefused(custom)) return custom;
    const ours = toldCustom(custom);
    if (patch.isPrimary) await unsetPrimary(em, parts);
    const next = { ...named, ...texts, ...given({ isPrimary: patch.isPrimary }) };
    const { nameKey: _, ...shown } = next;
    const { changed, values } = changedValues<Partial<Contact>>(contact, shown);
    const kept = ours.names.length > 0 ? { custom: custom.values, customCompared: custom.compared } : {};
    em.assign(contact, { ...next, ...kept, updatedAt: writing.now }, { mergeObjectProperties: false });
    // What a person is called or does for a living is his own, and goes when he is erased.
    const { role, isPrimary, ...own } = values;
    const open = Object.fromEntries(Object.entries({ role, isPrimary }).filter(([, value]) => value !== undefined));
    return { type: 'contactUpdated', payload: { contactId: contact.id, changed: [...changed, ...ours.names], values: open }, personal: { ...named, ...ours.personal, changes: own }, reorders: ours.names.length > 0 };
  });
}

/** Takes a contact out, with the points at which he was reached. */
export function removeContact(em: Em, customerId: string, id: string, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, customerId, writing, async (_, parts) => {
    const contact = await em.findOne(Contact, { id, customerId: { $in: [...parts] }, deletedAt: null });
    if (!contact) return refuse('NOT_FOUND', { field: 'id' });
    contact.deletedAt = writing.now;
    for (const point of await em.find(ContactPoint, { customerId: contact.customerId, contactId: id })) em.remove(point);
    return { type: 'contactRemoved', payload: { contactId: id }, personal: { givenName: contact.givenName } };
  });
}

const tidy = (text: string | null | undefined): string | null => text?.trim() || null;

function nameOf(given: string | undefined, family: string | null | undefined): { givenName: string; familyName: string | null; nameKey: string } | Refusal {
  const givenName = tidy(given);
  if (!givenName) return refuse('REQUIRED', { field: 'givenName' });
  const familyName = tidy(family);
  return refuseLongTexts({ givenName, familyName }) ?? { givenName, familyName, nameKey: normaliseText([givenName, familyName].filter(Boolean).join(' ')) };
}

async function unsetPrimary(em: Em, parts: readonly string[]): Promise<void> {
  for (const other of await em.find(Contact, { customerId: { $in: [...parts] }, isPrimary: true })) other.isPrimary = false;
}
