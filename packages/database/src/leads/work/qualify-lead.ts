import { qualifyLead as decide, type QualificationInput } from '@orbita/domain/leads';
import type { CustomerSource } from '@orbita/domain/customers';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { openOpportunity } from '#opportunities';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';
import { columnsOf, type LeadAt, leadToWrite, stateOf } from './lead-to-write.queries.ts';

export interface Qualifying extends LeadAt {
  readonly qualification?: QualificationInput | undefined;
  /** Of the opportunity; the lead's subject, or its customer's name, when not given. */
  readonly title: string;
  readonly pipelineId?: string | undefined;
}

/** The lead becomes an opportunity, in one transaction; its cycle goes on with it. */
export async function qualifyLead(em: Em, { qualification = {}, title, pipelineId, ...asked }: Qualifying, writing: Writing): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const { lead, customer } = found;
  const { now, actor } = writing;
  const qualified = decide(stateOf(lead), qualification, now.getTime());
  if (isRefused(qualified)) return qualified;
  const { budget, timing } = qualified.qualification;
  const opportunityId = await openOpportunity(em, {
    customerId: customer.id, leadId: lead.id, title, pipelineId, lineId: pipelineId ? undefined : lead.lineId, ownerId: lead.ownerId ?? null,
    contactId: lead.customerId === customer.id ? (lead.contactId ?? null) : null, source: lead.source as CustomerSource, qualification: qualified.qualification,
    amount: budget.amount ?? undefined, expectedCloseOn: timing.by ?? undefined,
  }, writing);
  if (isRefused(opportunityId)) return opportunityId;
  // The cycle has ended the lead already; its answers and its opportunity are written after the cycles were read.
  Object.assign(lead, { ...columnsOf({ status: 'QUALIFIED', qualification: qualified.qualification, nurtureUntil: null }), opportunityId, endedAt: now, updatedAt: now });
  await em.flush();
  await appendEvents(em, [{ customerId: lead.customerId, type: 'leadQualified', occurredAt: now, payload: { leadId: lead.id, opportunityId } }], actor, now);
  return lead.id;
}
