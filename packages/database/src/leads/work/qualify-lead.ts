import type { CustomValueInput } from '@orbita/domain/custom-fields';
import { qualifyLead as decide, type QualificationInput } from '@orbita/domain/leads';
import type { CustomerSource } from '@orbita/domain/customers';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { readableFields, refreshCustomOrder } from '#custom-fields';
import { carriedOn, openOpportunity } from '#opportunities';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';
import { changeOwn, tellOwn } from './change-own.ts';
import { columnsOf, type LeadAt, leadToWrite, stateOf } from './lead-to-write.queries.ts';

export interface Qualifying extends LeadAt {
  readonly qualification?: QualificationInput | undefined;
  /** Of the opportunity; the lead's subject, or its customer's name, when not given. */
  readonly title: string;
  readonly pipelineId?: string | undefined;
  /** Of the company's own fields of leads: those that are named, kept before what is required is asked for. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
}

/**
 * The lead becomes an opportunity, in one transaction; its cycle goes on with it. What is required of it is asked for as
 * far as the viewer may read it: nobody is kept by what does not exist for him, nor by an owner
 * or a contact who has gone since: the opportunity begins without.
 */
export async function qualifyLead(em: Em, { qualification = {}, title, pipelineId, custom: given, ...asked }: Qualifying, writing: Writing): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const { lead, customer } = found;
  const { now, actor } = writing;
  const custom = await changeOwn(em, lead, given, writing);
  if (isRefused(custom)) return custom;
  const own = { fields: await readableFields(em, 'LEAD', writing.viewer), values: custom.values };
  const qualified = decide(stateOf(lead), qualification, now.getTime(), own);
  if (isRefused(qualified)) return qualified;
  const { budget, timing } = qualified.qualification;
  const { ownerId, contactId } = await carriedOn(em, lead);
  const opportunityId = await openOpportunity(em, {
    customerId: customer.id, leadId: lead.id, title, pipelineId, lineId: pipelineId ? undefined : lead.lineId, ownerId,
    contactId: lead.customerId === customer.id ? contactId : null, source: lead.source as CustomerSource, qualification: qualified.qualification,
    amount: budget.amount ?? undefined, expectedCloseOn: timing.by ?? undefined,
  }, writing);
  if (isRefused(opportunityId)) return opportunityId;
  const told = tellOwn(lead, custom);
  // The cycle has ended the lead already; its answers and its opportunity are written after the cycles were read.
  Object.assign(lead, { ...columnsOf({ status: 'QUALIFIED', qualification: qualified.qualification, nurtureUntil: null }), opportunityId, endedAt: now, updatedAt: now });
  await em.flush();
  const event = { customerId: lead.customerId, occurredAt: now };
  await appendEvents(em, [
    ...(told ? [{ ...event, ...told }] : []), { ...event, type: 'leadQualified', payload: { leadId: lead.id, opportunityId } },
  ], actor, now);
  if (told) await refreshCustomOrder(em, [lead.customerId]);
  return lead.id;
}
