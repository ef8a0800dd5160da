import { activityOfMessage, prepareLead, workLead } from '@orbita/domain/leads';
import { isRefused } from '@orbita/domain/refusal';
import { type Em, takeTurns } from '#connection';
import { customerToWrite } from '#requests';
import { appendEvents } from '#timeline';
import { keepReach } from '../capture/keep-reach.ts';
import { customerByKeys, leadByReference, leadCompany } from '../capture/lead-company.queries.ts';
import { Lead } from '../lead.entity.ts';
import { columnsOf, recordLead, stateOf } from '../work/lead-to-write.queries.ts';
import type { OpenDoor } from './capture-door.queries.ts';
import { type Knock, leadAt, writingOf } from './capture-through-door.ts';
import { type OpenLead, openLeadOf } from './open-lead.queries.ts';

/** What came through a door and goes on with a lead. */
export interface JoinedLead extends OpenLead {
  readonly kind: 'EMAIL' | 'MESSAGE';
  /** The person who wrote, when he did so for an organisation. */
  readonly contactId: string | null;
}

/**
 * Whose open lead in the door's line a message goes on with, known by an exact key; undefined when it is a lead of its
 * own. A resting lead wakes; new ways to reach him are kept. Messages of one sender wait for each other.
 */
export async function joinOpenLead(em: Em, door: OpenDoor, knock: Knock): Promise<JoinedLead | undefined> {
  const asked = leadAt(door, knock);
  const kind = activityOfMessage(asked.channel);
  const lead = prepareLead({ ...asked, capturedAt: asked.capturedAt.getTime() }, await leadCompany(em));
  if (kind === null || isRefused(lead)) return undefined;
  const keys = lead.customer?.identityKeys ?? [];
  for (const key of keys.map(({ kind: of, value }) => `${of}:${value}`).toSorted()) await takeTurns(em, `sender:${key}`);
  if (asked.reference && (await leadByReference(em, lead, asked.reference))) return undefined;
  const known = await customerByKeys(em, keys);
  const open = known && !known.deleted ? await openLeadOf(em, known.id, lead) : undefined;
  if (!known || !open) return undefined;
  const writing = writingOf(door, knock.now);
  const customer = await customerToWrite(em, known.id, 'lead', 'update', writing);
  if (isRefused(customer)) return undefined;
  const reach = await keepReach(em, { ...customer, kind: known.kind, say: 'OWN_WORD' }, lead, writing);
  await em.flush();
  await appendEvents(em, reach.events, writing.actor, writing.now);
  const entity = await em.findOneOrFail(Lead, { id: open.id, customerId: open.customerId });
  const woken = entity.status === 'RECYCLED' ? workLead(stateOf(entity), 'EVALUATED', asked.capturedAt.getTime()) : undefined;
  if (woken && !isRefused(woken)) {
    Object.assign(entity, columnsOf(woken));
    await recordLead(em, { lead: entity, customer }, { type: 'leadWorked', cycle: { type: 'leadWorked', leadId: open.id, at: asked.capturedAt.getTime() } }, writing);
  }
  return { ...open, customerId: customer.id, kind, contactId: reach.contactId };
}
