import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { logActivity } from '#activities';
import type { Em } from '#connection';
import { notify } from '#inbox';
import { captureThroughDoor, joinOpenLead, type Knock, leadAt, type OpenDoor, type Sender, senderOf, writingOf } from '#leads';
import { type Heard, heardBefore } from './heard.queries.ts';

export interface Received {
  readonly leadId: string;
  /** Set when the message went on with a lead that was open. */
  readonly activityId: string | null;
}

/**
 * A message of somebody with an open lead goes on with its conversation, and its owner hears of it; of anybody else it is
 * a lead. The same message of the same sender given again changes nothing.
 */
export async function receiveMessage(em: Em, door: OpenDoor, knock: Knock): Promise<Received | Refusal> {
  const sender = await senderOf(em, door, knock);
  const further = sender && await goOn(em, door, knock, sender);
  if (further) return further;
  const leadId = await captureThroughDoor(em, door, knock);
  return isRefused(leadId) ? leadId : { leadId, activityId: null };
}

async function goOn(em: Em, door: OpenDoor, knock: Knock, sender: Sender): Promise<Heard | Refusal | undefined> {
  const { message, capturedAt, reference = null } = leadAt(door, knock);
  const heard = reference ? await heardBefore(em, sender.customer.id, { doorId: door.id, reference }) : undefined;
  if (heard) return heard;
  const writing = writingOf(door, knock.now);
  const lead = await joinOpenLead(em, sender, writing);
  if (!lead) return undefined;
  const subject = knock.subject?.replaceAll(/\s+/g, ' ').trim().slice(0, 200).toWellFormed() || null;
  const told = lead.ownerId ? [lead.ownerId] : [];
  const activityId = await logActivity(em, {
    customerId: lead.customerId, kind: sender.kind, direction: 'INBOUND', subject, body: message, occurredAt: capturedAt, contactId: lead.contactId,
  }, writing, { leadId: lead.id, doorId: door.id, reference, told });
  if (isRefused(activityId)) return activityId;
  await notify(em, told.map((userId) => ({ userId, customerId: lead.customerId, leadId: lead.id, activityId, kind: 'LEAD_MESSAGE' })), knock.now);
  return { leadId: lead.id, activityId };
}
