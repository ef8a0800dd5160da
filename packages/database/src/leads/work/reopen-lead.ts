import { reopenLead as decide } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import { notify } from '#inbox';
import { carriedOn } from '#opportunities';
import type { Writing } from '#requests';
import { Lead } from '../lead.entity.ts';
import { columnsOf, isReopened, type LeadAt, leadToWrite, recordLead, stateOf } from './lead-to-write.queries.ts';

/**
 * Takes a disqualified lead up again: disqualified is final, so this is a new one like it, in a new cycle unless its
 * line has one that is still open. Answers the new one's id.
 */
export async function reopenLead(em: Em, asked: LeadAt, writing: Writing): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing, 'create');
  if (isRefused(found)) return found;
  const { lead: ended, customer } = found;
  const begins = decide(stateOf(ended));
  if (isRefused(begins)) return begins;
  if (await isReopened(em, found)) return refuseBecause('CONFLICT', 'LEAD_REOPENED', { field: 'id' });
  const { now } = writing;
  const { lineId, channel, source, campaignId, subject, message, referrerId, teamId, routedBy, custom, customCompared } = ended;
  const { ownerId, contactId } = await carriedOn(em, ended);
  const lead = em.create(Lead, {
    id: newId(), customerId: customer.id, contactId: ended.customerId === customer.id ? contactId : null, reopensId: ended.id,
    lineId, channel, source, campaignId, subject, message, referrerId, ownerId, teamId, routedBy, custom: { ...custom }, customCompared: { ...customCompared },
    status: begins.status, qualification: {}, capturedAt: now, createdAt: now, updatedAt: now,
  });
  Object.assign(lead, columnsOf(begins));
  const told = ownerId !== null && ownerId !== writing.viewer.userId ? [ownerId] : [];
  await recordLead(em, { lead, customer }, {
    type: 'leadCaptured', payload: { channel, source, reopensId: ended.id, ...(ownerId ? { ownerId } : {}), ...(told.length > 0 ? { told } : {}) },
    cycle: { type: 'leadCaptured', leadId: lead.id, lineId, at: now.getTime(), referredBy: referrerId ?? null },
  }, writing);
  await notify(em, told.map((userId) => ({ userId, customerId: customer.id, leadId: lead.id, kind: 'LEAD_ASSIGNED' })), now);
  await refreshCustomOrder(em, [customer.id]);
  return lead.id;
}
