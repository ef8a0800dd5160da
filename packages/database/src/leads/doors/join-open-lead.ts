import { workLead } from '@orbita/domain/leads';
import { isRefused } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { customerToWrite, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import { keepReach } from '../capture/keep-reach.ts';
import { Lead } from '../lead.entity.ts';
import { columnsOf, recordLead, stateOf } from '../work/lead-to-write.queries.ts';
import { type OpenLead, openLeadOf } from './open-lead.queries.ts';
import type { Sender } from './sender-of.ts';

/** What a message goes on with: `customerId` is the one under whom the lead is shown. */
export interface JoinedLead extends OpenLead {
  /** The person who wrote, when he did so for an organisation. */
  readonly contactId: string | null;
}

/**
 * The open lead in the message's line with which it goes on; undefined when there is none. A resting lead wakes; new ways
 * to reach him are kept.
 */
export async function joinOpenLead(em: Em, { customer: known, lead }: Sender, writing: Writing): Promise<JoinedLead | undefined> {
  const open = await openLeadOf(em, known.id, lead);
  const customer = open && await customerToWrite(em, known.id, 'lead', 'update', writing);
  if (!customer || isRefused(customer)) return undefined;
  const reach = await keepReach(em, { ...customer, kind: known.kind, say: 'OWN_WORD' }, lead, writing);
  await em.flush();
  await appendEvents(em, reach.events, writing.actor, writing.now);
  await wake(em, open, lead.capturedAt, { customer, writing });
  return { ...open, customerId: customer.id, contactId: reach.contactId };
}

async function wake(em: Em, open: OpenLead, at: number, { customer, writing }: { customer: Parameters<typeof recordLead>[1]['customer']; writing: Writing }): Promise<void> {
  const lead = await em.findOneOrFail(Lead, { id: open.id, customerId: open.customerId });
  const woken = lead.status === 'RECYCLED' ? workLead(stateOf(lead), 'EVALUATED', at) : undefined;
  if (!woken || isRefused(woken)) return;
  Object.assign(lead, columnsOf(woken));
  await recordLead(em, { lead, customer }, { type: 'leadWorked', cycle: { type: 'leadWorked', leadId: open.id, at } }, writing);
}
