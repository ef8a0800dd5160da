import type { Em } from '#connection';
import { lockCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';

export interface HandedOut {
  readonly customerId: string;
  readonly contactId: string | null;
  readonly format: string;
}

/** Writes down that all that is kept about somebody was handed out, and by whom. */
export async function tellHandedOut(em: Em, { customerId, contactId, format }: HandedOut, { actor, now }: Writing): Promise<void> {
  await lockCustomers(em, [customerId], now);
  await appendEvents(em, [{ customerId, type: 'personalDataHandedOut', occurredAt: now, payload: { format, ...(contactId ? { contactId } : {}) } }], actor, now);
}
