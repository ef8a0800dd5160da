import type { ContactPoint as PreparedPoint } from '@orbita/domain/contacts';
import { normaliseText } from '@orbita/domain/facts';
import type { PreparedLead } from '@orbita/domain/leads';
import { type Em, newId } from '#connection';
import { Consent, Contact, ContactPoint, contactPointRow } from '#contacts';
import { claimFreeIdentities } from '#identity';
import type { Writing } from '#requests';
import type { TimelineEvent } from '#timeline';
import type { CustomerOfLead } from './customer-of-lead.ts';
import { consentsBefore, denialsOf } from './lead-company.queries.ts';

export interface Reach {
  /** The person who wrote, when he did so for an organisation; not one of somebody merged into it, whose rows are another's. */
  readonly contactId: string | null;
  readonly events: readonly TimelineEvent[];
}

/** Keeps who wrote, where he can be reached and what he consented to, as far as it was not known and as far as the lead may say so. */
export async function keepReach(em: Em, customer: CustomerOfLead, lead: PreparedLead, { now, actor }: Writing): Promise<Reach> {
  if (customer.say === 'NOTHING') return { contactId: null, events: [] };
  const events: TimelineEvent[] = [];
  const told = (type: string, payload: Record<string, unknown>, personal = {}) =>
    events.push({ customerId: customer.id, type, occurredAt: now, payload, personal });
  const points = lead.contact?.contactPoints ?? lead.customer?.contactPoints ?? [];
  const reached = await em.find(ContactPoint, { customerId: { $in: [...customer.parts] } });
  const writer = lead.contact && customer.kind === 'ORGANISATION' ? await contactOf(lead.contact, reached) : null;
  const contactId = writer?.id ?? null;
  for (const point of points) {
    if (reached.some(({ kind, normalised }) => kind === point.kind && normalised === point.normalised)) continue;
    const row = contactPointRow(em, writer?.customerId ?? customer.id, contactId, point, now);
    told('contactPointAdded', { contactPointId: row.id, kind: row.kind, ...(contactId ? { contactId } : {}) }, { value: row.value });
  }
  if (customer.say === 'ALL') await claimFreeIdentities(em, customer.id, lead.customer?.identityKeys ?? []);
  for (const { channel, state, purpose, text, givenAt } of await sayable(em, customer, lead.consents)) {
    const row = em.create(Consent, {
      id: newId(), customerId: customer.id, channel, state, purpose, source: lead.channel, wording: text, givenAt: new Date(givenAt), recordedBy: actor.id,
    });
    told('consentRecorded', { consentId: row.id, channel, state, purpose });
  }
  return { contactId: writer && isOwn(writer) ? contactId : null, events };

  function isOwn({ customerId }: Contact): boolean {
    return customerId === customer.id;
  }

  /** The one whom we know, of somebody merged into the customer perhaps, or a new one. */
  async function contactOf({ contactPoints, ...contact }: NonNullable<PreparedLead['contact']>, known: readonly ContactPoint[]): Promise<Contact> {
    const called = normaliseText([contact.givenName, contact.familyName].filter(Boolean).join(' '));
    const all = await em.find(Contact, { customerId: { $in: [...customer.parts] }, deletedAt: null });
    const others = [...all.filter((one) => isOwn(one)), ...all.filter((one) => !isOwn(one))];
    const byPoint = new Set(known.filter((one) => contactPoints.some((point) => samePoint(one, point))).map((one) => one.contactId));
    const found = others.find(({ id }) => byPoint.has(id)) ?? others.find(({ nameKey }) => nameKey === called);
    if (found) return found;
    const row = em.create(Contact, {
      id: newId(), customerId: customer.id, ...contact, nameKey: called, isPrimary: others.length === 0 && customer.say === 'ALL', createdAt: now, updatedAt: now,
    });
    told('contactAdded', { contactId: row.id }, { givenName: row.givenName, familyName: row.familyName });
    return row;
  }
}

/** Anybody can write in somebody's name: what comes by itself consents only where nothing was said before. */
async function sayable(em: Em, { id, say, sharesWith }: CustomerOfLead, consents: PreparedLead['consents']): Promise<PreparedLead['consents']> {
  if (consents.length === 0) return consents;
  if (sharesWith) {
    const denied = await denialsOf(em, sharesWith);
    return consents.filter(({ channel, purpose, state }) => state === 'DENIED' || !denied.some((one) => one.channel === channel && one.purpose === purpose));
  }
  if (say === 'ALL') return consents;
  const before = await consentsBefore(em, id);
  return consents.filter(({ channel, purpose, state }) => state === 'DENIED' || !before.some((one) => one.channel === channel && one.purpose === purpose));
}

const samePoint = (one: ContactPoint, point: PreparedPoint): boolean => one.kind === point.kind && one.normalised === point.normalised;
