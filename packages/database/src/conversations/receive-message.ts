import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { logActivity } from '#activities';
import type { Em } from '#connection';
import { notify } from '#inbox';
import { captureThroughDoor, joinOpenLead, type Knock, leadAt, type OpenDoor, writingOf } from '#leads';
import { type Heard, heardBefore } from './heard.queries.ts';

export interface Received {
  readonly leadId: string;
  /** Set when the message went on with a lead that was open. */
  readonly activityId: string | null;
}

/**
 * A message of somebody with an open lead goes on with its conversation, and its owner hears of it; of anybody else it is
 * a lead. The same message given again changes nothing.
 */
export async function receiveMessage(em: Em, door: OpenDoor, knock: Knock): Promise<Received | Refusal> {
  const { reference } = leadAt(door, knock);
  const heard = reference ? await heardBefore(em, door.id, reference) : undefined;
  if (heard) return heard;
  const joined = await goOn(em, door, knock, reference ?? null);
  if (joined) return joined;
  const leadId = await captureThroughDoor(em, door, knock);
  return isRefused(leadId) ? leadId : { leadId, activityId: null };
}

async function goOn(em: Em, door: OpenDoor, knock: Knock, reference: string | null): Promise<Heard | Refusal | undefined> {
  const lead = await joinOpenLead(em, door, knock);
  if (!lead) return undefined;
  const { message, capturedAt } = leadAt(door, knock);
  const subject = knock.subject?.replaceAll(/\s+/g, ' ').trim().slice(0, 200).toWellFormed() || null;
  const told = lead.ownerId ? [lead.ownerId] : [];
  const activityId = await logActivity(em, {
    customerId: lead.customerId, kind: lead.kind, direction: 'INBOUND', subject, body: message, occurredAt: capturedAt, contactId: lead.contactId,
  }, writingOf(door, knock.now), { leadId: lead.id, doorId: door.id, reference, told });
  if (isRefused(activityId)) return activityId;
  await notify(em, told.map((userId) => ({ userId, customerId: lead.customerId, leadId: lead.id, activityId, kind: 'LEAD_MESSAGE' })), knock.now);
  return { leadId: lead.id, activityId };
}
