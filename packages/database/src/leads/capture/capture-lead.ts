import { type CustomChange, type CustomValueInput, noValues, ownFacts } from '@orbita/domain/custom-fields';
import { leadFacts, type LeadInput, prepareLead, type PreparedLead, type Route } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { changeCustom, customFieldsOf, refreshCustomOrder } from '#custom-fields';
import { advanceCustomers, loadCycles } from '#cycles';
import { Customer, refuseRecommender } from '#customers';
import { notify } from '#inbox';
import { refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { appendEvents, type TimelineEvent } from '#timeline';
import { Lead } from '../lead.entity.ts';
import { route } from '../routing/route.queries.ts';
import { type CustomerOfLead, customerOfLead } from './customer-of-lead.ts';
import { keepReach } from './keep-reach.ts';
import { campaignNamed, leadByReference, leadCompany, refuseUnknown } from './lead-company.queries.ts';

/** An interest as any door hands it in. */
export interface NewLead extends Omit<LeadInput, 'capturedAt'> {
  /** Now when not given. */
  readonly capturedAt?: Date | undefined;
  /** By name; made when there is none of it. */
  readonly campaign?: string | null | undefined;
  readonly subject?: string | null | undefined;
  /** What the message is called where it came from: of one sender it becomes a lead once. */
  readonly reference?: string | null | undefined;
  /** The door through which it came by itself, written by nobody known. */
  readonly doorId?: string | undefined;
  /** Of the company's own fields. What a lead needs to be qualified may be missing: no door loses one for it. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
}

/** Longer ones do not fit into the index by which a message is known again. */
export const longestReference = 500;

/**
 * The one way by which an interest becomes a lead, whatever the door: of the customer known by his keys or of a new one,
 * in his cycle, with its first-response clock, handed to whoever answers. Answers the lead's id.
 */
export async function captureLead(em: Em, asked: NewLead, writing: Writing): Promise<string | Refusal> {
  const { now } = writing;
  if (asked.capturedAt && asked.capturedAt > now) return refuse('OUT_OF_RANGE', { field: 'capturedAt', details: { maximum: now.toISOString() } });
  const campaignId = asked.campaign?.trim() ? await campaignNamed(em, asked.campaign, now) : asked.campaignId;
  if (isRefused(campaignId)) return campaignId;
  const lead = prepareLead({ ...asked, campaignId, capturedAt: (asked.capturedAt ?? now).getTime() }, await leadCompany(em));
  if (isRefused(lead)) return lead;
  const reference = asked.reference?.trim() || null;
  if (reference !== null && reference.length > longestReference) return refuse('TOO_LONG', { field: 'reference', details: { maximum: longestReference } });
  const same = reference === null ? undefined : await leadByReference(em, lead, reference);
  if (same) return same;
  const unknown = await refuseUnknown(em, lead);
  if (unknown) return unknown;
  const custom = await changeCustom(em, 'LEAD', noValues, asked.custom, writing);
  if (isRefused(custom)) return custom;
  const customer = await customerOfLead(em, lead, writing, asked.doorId !== undefined);
  if (isRefused(customer)) return customer;
  if (lead.referrerId === customer.id) return refuseBecause('INVALID', 'OWN_REFERRER', { field: 'referrerId' });
  const strange = lead.referrerId && await refuseRecommender(em, customer.id, lead.referrerId, writing.viewer);
  if (strange) return strange;
  const subject = asked.subject?.replaceAll(/\s+/g, ' ').trim().slice(0, 200).toWellFormed() || null;
  return keep(em, lead, { subject, reference, doorId: asked.doorId ?? null, custom }, customer, writing);
}

interface Also {
  readonly subject: string | null;
  readonly reference: string | null;
  readonly doorId: string | null;
  readonly custom: CustomChange;
}

async function keep(em: Em, lead: PreparedLead, { custom, ...also }: Also, customer: CustomerOfLead, writing: Writing): Promise<string> {
  const { now, actor, company: { zone } } = writing;
  const loaded = await loadCycles(em, [customer.id], zone);
  const reach = await keepReach(em, customer, lead, writing);
  const facts = { ...leadFacts({ ...lead, ownerId: null }, zone), ...ownFacts(await customFieldsOf(em, 'LEAD'), custom.compared) };
  const routed = await route(em, customer, facts, now, customer.say === 'ALL' ? writing.viewer.userId : null);
  const { customerId: _, customer: __, contact: ___, consents: ____, qualification, ...columns } = lead;
  const row = em.create(Lead, {
    ...columns, ...also, id: newId(), customerId: customer.id, contactId: reach.contactId, qualification: { ...qualification },
    ownerId: routed.ownerId, teamId: routed.teamId, routedBy: { ...routed.because }, capturedAt: new Date(lead.capturedAt),
    responseDueAt: lead.responseDueAt === null ? null : new Date(lead.responseDueAt), firstResponseAt: null, nurtureUntil: null,
    custom: { ...custom.values }, customCompared: { ...custom.compared }, createdAt: now, updatedAt: now,
  });
  const handed = await handOver(em, customer, routed, writing);
  await em.flush();
  if (Object.keys(custom.changed).length > 0) await refreshCustomOrder(em, [customer.id]);
  const told = routed.ownerId !== null && routed.ownerId !== writing.viewer.userId ? [routed.ownerId] : [];
  await appendEvents(em, [...reach.events, {
    customerId: customer.id, type: 'leadCaptured', occurredAt: row.capturedAt,
    payload: { leadId: row.id, channel: lead.channel, source: lead.source, ...(routed.ownerId ? { ownerId: routed.ownerId } : {}), ...(told.length > 0 ? { told } : {}) },
  }, ...handed], actor, now);
  await notify(em, told.map((userId) => ({ userId, customerId: customer.id, leadId: row.id, kind: 'LEAD_ASSIGNED' })), now);
  const touched = await advanceCustomers(em, loaded, new Map([[customer.id, [{
    type: 'leadCaptured', leadId: row.id, lineId: lead.lineId, at: lead.capturedAt, referredBy: lead.referrerId,
  }]]]), { actor, now, zone });
  await refreshCustomers(em, [customer.id, ...touched], { now, zone, actor });
  return row.id;
}

/** A customer whom nobody looks after becomes theirs who answer his lead, so that they see him. */
async function handOver(em: Em, customer: CustomerOfLead, { ownerId, teamId }: Route, { now }: Writing): Promise<TimelineEvent[]> {
  const after = { ownerId: customer.ownerId ?? ownerId, teamId: customer.teamId ?? teamId };
  const changed = (['ownerId', 'teamId'] as const).filter((key) => after[key] !== (customer[key] ?? null));
  if (changed.length === 0) return [];
  em.assign(await em.findOneOrFail(Customer, { id: customer.id }), { ...after, updatedAt: now });
  const values = Object.fromEntries(changed.map((key) => [key, { before: null, after: after[key] }]));
  return [{ customerId: customer.id, type: 'customerUpdated', occurredAt: now, payload: { changed, values } }];
}
