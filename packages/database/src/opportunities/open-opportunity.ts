import { type CustomValueInput, type KeptValues, noValues } from '@orbita/domain/custom-fields';
import type { CycleEvent } from '@orbita/domain/cycles';
import { normaliseText } from '@orbita/domain/facts';
import { answerQualification, nothingKnown, type Qualification, type QualificationInput } from '@orbita/domain/leads';
import { type OpportunityInput, prepareOpportunity } from '@orbita/domain/opportunities';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { holderOfContact } from '#contacts';
import { changeCustom, refreshCustomOrder } from '#custom-fields';
import { loadCycles } from '#cycles';
import { lockCustomers } from '#lifecycle';
import { customerToWrite, type Writing } from '#requests';
import { Opportunity } from './opportunity.entity.ts';
import { pipelineFor } from './pipelines/pipeline-for.queries.ts';
import { companyOf, rateFor, refuseStrangers } from './write/checks.queries.ts';
import { placeCard } from './write/place-card.queries.ts';
import { advanceOpportunity, joinCycles, referrerOf, tellOpportunity, visitStage } from './write/record-opportunity.queries.ts';
import { refuseReferral } from './write/refuse-referral.ts';

/** An opportunity as it is asked for; amounts in minor units of its currency. */
export interface NewOpportunity extends Omit<OpportunityInput, 'openedAt' | 'rate' | 'leadId' | 'lineId'> {
  readonly customerId: string;
  /** That of the line, or the company's first one. */
  readonly pipelineId?: string | undefined;
  readonly lineId?: string | undefined;
  /** The lead that is qualified by it: its cycle goes on with it. */
  readonly leadId?: string | null | undefined;
  readonly qualification?: QualificationInput | Qualification | null | undefined;
  /** The contract order that it is to renew: always a cycle of its own. */
  readonly renews?: string | null | undefined;
  /** The closed opportunity that it takes up again. */
  readonly reopens?: string | null | undefined;
  /** Of the company's own fields. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
  /** Those of the one that it takes up again. */
  readonly keeps?: KeptValues | undefined;
}

/** Opens a chance to sell in the first stage of its pipeline, on top of the column, and the cycle that carries it. */
export async function openOpportunity(em: Em, input: NewOpportunity, writing: Writing): Promise<string | Refusal> {
  const { now, company } = writing;
  await lockCustomers(em, [input.customerId, ...await referrerOf(em, input.customerId, input.referrerId)], now);
  const customer = await customerToWrite(em, input.customerId, 'opportunity', 'create', writing);
  if (isRefused(customer)) return customer;
  const holderId = input.contactId ? await holderOfContact(em, input.contactId, customer.parts) : customer.id;
  if (isRefused(holderId)) return holderId;
  const made = await make(em, input, { rootId: customer.id, holderId }, writing);
  if (isRefused(made)) return made;
  const loaded = await loadCycles(em, [customer.id], company.zone);
  const opportunity = em.create(Opportunity, made);
  await tellOpportunity(em, opportunity, {
    type: 'opportunityOpened', personal: { title: made.title },
    payload: {
      pipelineId: made.pipelineId, stage: made.stage, ...(made.leadId ? { leadId: made.leadId } : {}), ...(made.reopensId ? { reopensId: made.reopensId } : {}),
    },
  }, writing);
  await visitStage(em, opportunity, now, { stage: made.stage });
  await advanceOpportunity(em, loaded, customer.id, opening(made, now), writing);
  await joinCycles(em, [opportunity.customerId]);
  if (Object.keys(made.custom).length > 0) await refreshCustomOrder(em, [opportunity.customerId]);
  return opportunity.id;
}

/** `holderId`: whose row it becomes, that of its contact perhaps, who may have been merged into the customer. */
async function make(em: Em, input: NewOpportunity, { rootId, holderId }: { readonly rootId: string; readonly holderId: string }, writing: Writing) {
  const { now } = writing;
  const pipeline = await pipelineFor(em, input);
  if (isRefused(pipeline)) return pipeline;
  const strange = await refuseStrangers(em, holderId, input) ?? await refuseReferral(em, rootId, input, writing);
  if (strange) return strange;
  const lineId = input.lineId ?? pipeline.lineId ?? undefined;
  const company = await companyOf(em, lineId, writing);
  if (isRefused(company)) return company;
  const rate = await rateFor(em, input.currency, writing);
  if (isRefused(rate)) return rate;
  const prepared = prepareOpportunity({ ...input, lineId, rate, openedAt: now.getTime() }, { ...pipeline, lineId: pipeline.lineId ?? null }, company);
  if (isRefused(prepared)) return prepared;
  const qualification = input.qualification ? answerQualification(nothingKnown, input.qualification) : null;
  if (isRefused(qualification)) return { ...qualification, field: `qualification.${qualification.field}` };
  const custom = await changeCustom(em, 'OPPORTUNITY', input.keeps ?? noValues, input.custom, writing);
  if (isRefused(custom)) return custom;
  const id = newId();
  const rank = await placeCard(em, { pipelineId: pipeline.id, stage: prepared.stage }, id, null);
  if (isRefused(rank)) return rank;
  const { probability: _, openedAt: __, stageSince: ___, ...columns } = prepared;
  return {
    ...columns, id, customerId: holderId, pipelineId: pipeline.id, rank, titleKey: normaliseText(prepared.title), qualification,
    custom: custom.values, customCompared: custom.compared,
    renewsOrderId: input.renews ?? null, reopensId: input.reopens ?? null, openedAt: now, stageSince: now, createdAt: now, updatedAt: now,
  };
}

function opening({ id, leadId, lineId, referrerId, renewsOrderId }: {
  id: string; leadId: string | null; lineId: string; referrerId: string | null; renewsOrderId: string | null;
}, now: Date): CycleEvent {
  const at = now.getTime();
  return leadId
    ? { type: 'leadQualified', leadId, opportunityId: id, at }
    : { type: 'opportunityOpened', opportunityId: id, lineId, at, referredBy: referrerId, renews: renewsOrderId };
}
