import { activityOfMessage, prepareLead, type PreparedLead } from '@orbita/domain/leads';
import { isRefused } from '@orbita/domain/refusal';
import { type Em, takeTurns } from '#connection';
import { customerByKeys, type KnownCustomer, leadByReference, leadCompany } from '../capture/lead-company.queries.ts';
import type { OpenDoor } from './capture-door.queries.ts';
import { type Knock, leadAt } from './capture-through-door.ts';

/** Whose message came through a door, known by an exact key, and what it says as a lead. */
export interface Sender {
  readonly customer: KnownCustomer;
  readonly lead: PreparedLead;
  readonly kind: 'EMAIL' | 'MESSAGE';
}

/**
 * Who wrote a message that may go on with a lead; undefined of a stranger, of one who was deleted, and of what became a
 * lead already or is no message. Messages of one sender wait for each other.
 */
export async function senderOf(em: Em, door: OpenDoor, knock: Knock): Promise<Sender | undefined> {
  const { reference, capturedAt, ...asked } = leadAt(door, knock);
  const kind = activityOfMessage(asked.channel);
  const lead = kind && prepareLead({ ...asked, capturedAt: capturedAt.getTime() }, await leadCompany(em));
  if (!lead || isRefused(lead)) return undefined;
  const keys = lead.customer?.identityKeys ?? [];
  for (const key of keys.map(({ kind: of, value }) => `${of}:${value}`).toSorted()) await takeTurns(em, `sender:${key}`);
  if (reference && (await leadByReference(em, lead, reference))) return undefined;
  const customer = await customerByKeys(em, keys);
  return customer && !customer.deleted ? { customer, lead, kind } : undefined;
}
