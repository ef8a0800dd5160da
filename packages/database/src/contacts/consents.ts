import { type ConsentInput, prepareConsent } from '@orbita/domain/privacy';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import type { Writing } from '#requests';
import { Consent } from './contact.entity.ts';
import { writeForCustomer } from './write-for-customer.ts';

export interface NewConsent extends Omit<ConsentInput, 'givenAt' | 'validUntil'> {
  readonly customerId: string;
  /** When the customer said so, if it was not now. */
  readonly givenAt?: Date | undefined;
  /** Until when a yes holds. */
  readonly validUntil?: Date | null | undefined;
}

/** Records what a customer said about a channel and a purpose; the latest statement counts, the earlier ones stay as proof. */
export function recordConsent(em: Em, { customerId: askedId, givenAt, validUntil, ...input }: NewConsent, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, askedId, writing, async (customerId) => {
    const said = prepareConsent({ ...input, givenAt: givenAt?.getTime(), validUntil: validUntil?.getTime() }, writing.now.getTime());
    if (isRefused(said)) return said;
    const row = em.create(Consent, {
      ...said, id: newId(), customerId, givenAt: new Date(said.givenAt), validUntil: said.validUntil === null ? null : new Date(said.validUntil), recordedBy: writing.actor.id,
    });
    const { channel, state, purpose, lawfulBasis } = said;
    return { type: 'consentRecorded', payload: { consentId: row.id, channel, state, purpose, lawfulBasis } };
  });
}
