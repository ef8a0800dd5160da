import { ownFacts } from '@orbita/domain/custom-fields';
import { comparedOf, type OpportunityPast, valuesOf } from '@orbita/domain/imports';
import { leadFacts, type Route } from '@orbita/domain/leads';
import type { PreparedOpportunity } from '@orbita/domain/opportunities';
import { normaliseText } from '@orbita/domain/facts';
import { type Em, insertRows, newId } from '#connection';
import { refreshFacts } from '#facts';
import { type Router, routerOf } from '#leads';
import type { OwnedCustomer } from '#requests';
import type { TimelineEvent } from '#timeline';
import type { PlacingDated } from '../job/index.ts';
import { contactsOf, handOver, ownersOf } from '../parties/index.ts';
import { cyclesBefore, followUp, Happenings, OpportunityRows, recount } from '../past/index.ts';
import { isLive, type OwnedLead } from './decide-lead.ts';
import { tellLead } from './tell-lead.ts';

interface Resolved {
  readonly made: readonly string[];
  readonly changed: readonly string[];
  readonly events: readonly TimelineEvent[];
}

/** Writes leads of customers who are there, locked, with all that follows: owners, cycles, opportunities, facts, stages. */
export async function writeLeads(em: Em, leads: readonly OwnedLead[], { made, changed, events }: Resolved, { run, now }: PlacingDated): Promise<void> {
  const ids = leads.map(({ customerId }) => customerId);
  const moment = { now, zone: run.company.zone };
  const loaded = await cyclesBefore(em, ids, run);
  await refreshFacts(em, made, moment);
  const customers = await ownersOf(em, ids);
  const route = await routerOf(em, leads.filter((one) => !one.owner && isLive(one.past)).map(({ customerId }) => customers.get(customerId)!), now);
  const contacts = await contactsOf(em, ids);
  const happenings = new Happenings(run.jobId);
  const opportunities = new OpportunityRows(happenings, now);
  const handed = new Map<string, OwnedCustomer>();
  const rows = leads.map((one) => {
    const id = newId();
    const customer = customers.get(one.customerId)!;
    const routed = routeOf(one, customer, route, run);
    const { contact } = one.row.party.customer;
    const contactId = contact && (contacts.get(`${customer.id} ${normaliseText([contact.givenName, contact.familyName ?? ''].join(' '))}`) ?? null);
    const opportunityId = one.opportunity ? newId() : null;
    happenings.began(customer.id, one.lead.capturedAt);
    tellLead(happenings, one, { id, ownerId: routed.ownerId, opportunityId });
    const after = handedTo(customer, routed);
    if (after) {
      customers.set(customer.id, after);
      handed.set(customer.id, after);
      const fields = (['ownerId', 'teamId'] as const).filter((field) => after[field] !== customer[field]);
      const values = Object.fromEntries(fields.map((field) => [field, { before: customer[field], after: after[field] }]));
      happenings.told(customer.id, 'customerUpdated', one.lead.capturedAt, { changed: fields, values });
    }
    if (one.opportunity && opportunityId) {
      const opened: PreparedOpportunity = { ...one.opportunity.opened, leadId: id, contactId, ownerId: routed.ownerId };
      opportunities.add({
        id: opportunityId, customerId: customer.id, pipelineId: one.opportunity.pipelineId, opened, past: justOpened(opened),
        qualification: one.past.state.qualification, reference: null, orderId: null, custom: {},
      });
      happenings.told(customer.id, 'leadQualified', opened.openedAt, { leadId: id, opportunityId });
    }
    return rowOf(one, { id, contactId, routed, opportunityId, now });
  });
  await insertRows(em, 'lead', rows);
  await opportunities.insert(em);
  await handOver(em, [...handed.values()], now);
  const touched = await followUp(em, happenings, { loaded, events, changed, run, now });
  await opportunities.join(em);
  await recount(em, touched, changed, { run, now });
}

const justOpened = (state: PreparedOpportunity): OpportunityPast => ({ moves: [], end: null, state });

/** What has ended is handed to nobody any more; it was whoever looks after its customer that answered it. */
function routeOf({ owner, lead, past, row }: OwnedLead, customer: OwnedCustomer, route: Router, { company, customFields }: PlacingDated['run']): Route {
  if (owner) return { ownerId: owner.id, teamId: owner.teamId ?? customer.teamId, because: { rule: null, how: 'OWNER', decided: [], candidates: 1 } };
  if (isLive(past)) {
    return route(customer, { ...leadFacts({ ...lead, ...past.state, ownerId: null }, company.zone), ...ownFacts(customFields, comparedOf(row.custom)) });
  }
  const how = customer.ownerId === null ? 'NOBODY' : 'OWNER';
  return { ownerId: customer.ownerId, teamId: customer.teamId, because: { rule: null, how, decided: [], candidates: how === 'OWNER' ? 1 : 0 } };
}

/** A customer whom nobody looks after becomes theirs who answer his lead. */
function handedTo(customer: OwnedCustomer, { ownerId, teamId }: Route): OwnedCustomer | null {
  const after = { ...customer, ownerId: customer.ownerId ?? ownerId, teamId: customer.teamId ?? teamId };
  return after.ownerId === customer.ownerId && after.teamId === customer.teamId ? null : after;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function rowOf(
  { row, reference, lead, past, customerId }: OwnedLead,
  { id, contactId, routed, opportunityId, now }: { id: string; contactId: string | null; routed: Route; opportunityId: string | null; now: Date },
): Record<string, unknown> {
  const { status, qualification, responseDueAt, firstResponseAt, nurtureUntil } = past.state;
  return {
    id, customer_id: customerId, contact_id: contactId, line_id: lead.lineId, status, source: lead.source, channel: lead.channel, campaign_id: lead.campaignId,
    reference, subject: row.subject?.replaceAll(/\s+/g, ' ').trim() || null, message: lead.message, qualification,
    disqualified_reason: status === 'DISQUALIFIED' ? row.disqualifiedReason : null, reason_note: past.note, nurture_until: iso(nurtureUntil),
    owner_id: routed.ownerId, team_id: routed.teamId, routed_by: routed.because, captured_at: iso(lead.capturedAt), response_due_at: iso(responseDueAt),
    first_response_at: iso(firstResponseAt), ended_at: iso(past.endedAt), opportunity_id: opportunityId, custom: valuesOf(row.custom), custom_compared: comparedOf(row.custom), version: 1, created_at: now, updated_at: now,
  };
}
