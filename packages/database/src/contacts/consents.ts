import { channels } from '@orbita/domain/contacts';
import { type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import type { Writing } from '#requests';
import { Consent } from './contact.entity.ts';
import { writeForCustomer } from './write-for-customer.ts';

export interface NewConsent {
  readonly customerId: string;
  readonly channel: string;
  readonly state: 'GRANTED' | 'DENIED';
  readonly source?: string | null | undefined;
  readonly proof?: string | null | undefined;
  /** When the customer said so, if it was not now. */
  readonly givenAt?: Date | undefined;
}

/** Records what a customer said about a channel; the latest statement counts, the earlier ones stay as proof. */
export function recordConsent(em: Em, input: NewConsent, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, input.customerId, writing, async (customerId) => {
    const channel = channels.find((one) => one === input.channel);
    if (!channel) return refuseBecause('INVALID', 'CHOICES', { field: 'channel', choices: channels.join(', ') });
    const givenAt = input.givenAt ?? writing.now;
    if (givenAt > writing.now) return refuse('OUT_OF_RANGE', { field: 'givenAt', details: { maximum: writing.now.toISOString() } });
    const row = em.create(Consent, {
      id: newId(), customerId, channel, state: input.state, source: input.source ?? null, proof: input.proof ?? null,
      givenAt, recordedBy: writing.actor.id,
    });
    return { type: 'consentRecorded', payload: { consentId: row.id, channel, state: input.state } };
  });
}
