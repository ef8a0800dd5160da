import { type Em, newId } from '#connection';
import type { PreparedOrder } from '@orbita/domain/orders';
import { takeOrdersAmounts } from '#opportunities';
import type { TimelineEvent } from '#timeline';
import { count, type PlacingDated } from '../job/index.ts';
import { OrderRows } from '../orders/index.ts';
import { cyclesBefore, followUp, Happenings, OpportunityRows, recount } from '../past/index.ts';
import type { DecidedOpportunity } from './decide-opportunity.ts';
import { linkOrders, type QualifiedLead, qualifyLeads } from './opportunity-links.queries.ts';

/** An opportunity of a customer who is there, with the order that it won: one to be made, or one that is there. */
export type OwnedOpportunity = DecidedOpportunity & {
  readonly customerId: string;
  readonly order: PreparedOrder | { readonly id: string } | null;
};

interface Resolved {
  readonly changed: readonly string[];
  readonly events: readonly TimelineEvent[];
}

/** Writes opportunities of locked customers with all that follows: visits, orders, leads, cycles, facts, stages. */
export async function writeOpportunities(em: Em, owned: readonly OwnedOpportunity[], { changed, events }: Resolved, { run, system, state, now }: PlacingDated): Promise<void> {
  const loaded = await cyclesBefore(em, owned.map(({ customerId }) => customerId), run);
  const happenings = new Happenings(run.jobId);
  const rows = new OpportunityRows(happenings, now);
  const orders = new OrderRows(now, { importId: run.jobId, system });
  const leads: QualifiedLead[] = [];
  const linked: string[] = [];
  const won: string[] = [];
  for (const one of owned) {
    const id = newId();
    const { customerId, order } = one;
    const known = order !== null && 'id' in order ? order.id : null;
    if (known !== null) linked.push(id);
    if (order !== null) won.push(id);
    const made = order !== null && !('id' in order) ? orders.order({ customerId, order: { number: order.number ?? '', cancelledAt: null } }, order, id) : null;
    count(state, 'orders', 'created', made === null ? 0 : 1);
    // A contact of somebody merged into the customer stays with him.
    const opened = one.lead && one.lead.customerId !== customerId ? { ...one.opened, contactId: null } : one.opened;
    rows.add({ id, customerId, pipelineId: one.pipelineId, opened, past: one.past, qualification: one.qualification, reference: one.reference, orderId: known ?? made, custom: one.row.custom });
    const { lead, opened: { openedAt } } = one;
    happenings.began(customerId, openedAt);
    if (lead) {
      leads.push({ id: lead.id, customerId: lead.customerId, opportunityId: id, qualification: one.qualification ?? lead.qualification, at: openedAt });
      happenings.told(lead.customerId, 'leadQualified', openedAt, { leadId: lead.id, opportunityId: id });
    }
    if (known === null) hearOf(happenings, one, { id, orderId: made });
  }
  await rows.insert(em);
  await orders.insert(em);
  await qualifyLeads(em, leads, now);
  const touched = await followUp(em, happenings, { loaded, events: [...events, ...orders.events], changed, run, now });
  await rows.join(em);
  await linkOrders(em, linked);
  await takeOrdersAmounts(em, won);
  await recount(em, touched, changed, { run, now });
}

/** What the cycles hear of it; of one whose order is there already they have heard. */
function hearOf(happenings: Happenings, { customerId, opened, past: { end }, lead }: OwnedOpportunity, { id: opportunityId, orderId }: { id: string; orderId: string | null }): void {
  const { lineId, openedAt: at } = opened;
  const heard = (event: Parameters<Happenings['heard']>[1]) => happenings.heard(customerId, event);
  if (lead && lead.status !== 'QUALIFIED') heard({ type: 'leadQualified', leadId: lead.id, opportunityId, at });
  else heard({ type: 'opportunityOpened', opportunityId, lineId, at, referredBy: null, renews: null });
  if (end?.status === 'LOST') heard({ type: 'opportunityLost', opportunityId, at: end.closedAt, reason: end.reason });
  if (end?.status === 'WON' && orderId) {
    heard({ type: 'orderPlaced', orderId, lineId, at: end.closedAt, tracked: false, contractEndsAt: null, opportunityId, renews: null });
  }
}
