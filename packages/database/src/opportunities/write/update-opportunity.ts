import type { CustomValueInput } from '@orbita/domain/custom-fields';
import { normaliseText } from '@orbita/domain/facts';
import { answerQualification, nothingKnown, type QualificationInput } from '@orbita/domain/leads';
import { type OpportunityInput, prepareOpportunity } from '@orbita/domain/opportunities';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { changedFields } from '#company';
import { changeCustom, refreshCustomOrder, toldCustom } from '#custom-fields';
import { refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import type { Opportunity } from '../opportunity.entity.ts';
import { companyOf, rateFor, refuseStrangers } from './checks.queries.ts';
import { opportunityIsClosed } from './closed.ts';
import { type OpportunityAt, opportunityToWrite, pipelineOf } from './opportunity-to-write.queries.ts';
import { tellOpportunity } from './record-opportunity.queries.ts';

/** What people change of an open opportunity; what is absent stays, null takes it away. */
export interface OpportunityPatch extends OpportunityAt, Partial<Pick<OpportunityInput, 'amount' | 'currency' | 'expectedCloseOn' | 'ownerId' | 'contactId'>> {
  readonly title?: string | undefined;
  readonly qualification?: QualificationInput | null | undefined;
  /** Of the company's own fields: those that are named. */
  readonly custom?: readonly CustomValueInput[] | null | undefined;
}

/** Changes what is said of an open opportunity; nothing changed writes nothing. */
export async function updateOpportunity(em: Em, patch: OpportunityPatch, writing: Writing): Promise<string | Refusal> {
  const found = await opportunityToWrite(em, patch, writing);
  if (isRefused(found)) return found;
  const { opportunity, root } = found;
  if (opportunity.status !== 'OPEN') return opportunityIsClosed(opportunity);
  const strange = await refuseStrangers(em, opportunity.customerId, patch);
  if (strange) return strange;
  const next = await nextOf(em, opportunity, patch, writing);
  if (isRefused(next)) return next;
  const custom = await changeCustom(em, 'OPPORTUNITY', { values: opportunity.custom, compared: opportunity.customCompared }, patch.custom, writing);
  if (isRefused(custom)) return custom;
  const { names, personal } = toldCustom(custom);
  const changed = changedFields<object>(opportunity, next).filter((field) => field !== 'titleKey' && field !== 'companyAmount' && field !== 'rate');
  if (changed.length === 0 && names.length === 0) return opportunity.id;
  const before = Object.fromEntries(changed.map((field) => [field, opportunity[field as keyof Opportunity] ?? null]));
  const after = Object.fromEntries(changed.map((field) => [field, next[field as keyof typeof next] ?? null]));
  const ours = names.length > 0 ? { custom: custom.values, customCompared: custom.compared } : {};
  em.assign(opportunity, { ...next, ...ours, updatedAt: writing.now }, { mergeObjectProperties: false });
  await tellOpportunity(em, opportunity, {
    type: 'opportunityUpdated', payload: { pipelineId: opportunity.pipelineId, currency: next.currency, changed: [...changed, ...names], ...numbersOf(before, after) },
    personal: { ...('title' in after ? { title: { before: before['title'], after: after['title'] } } : {}), ...personal },
  }, writing);
  if (names.length > 0) await refreshCustomOrder(em, [opportunity.customerId]);
  await refreshCustomers(em, [root], { now: writing.now, zone: writing.company.zone, actor: writing.actor, search: false, later: writing.later });
  return opportunity.id;
}

async function nextOf(em: Em, opportunity: Opportunity, patch: OpportunityPatch, writing: Writing) {
  const pipeline = await pipelineOf(em, opportunity);
  const company = await companyOf(em, opportunity.lineId, writing);
  if (isRefused(company)) return company;
  const given = <Key extends 'title' | 'amount' | 'currency' | 'expectedCloseOn' | 'ownerId' | 'contactId'>(key: Key) =>
    (patch[key] === undefined ? opportunity[key] : patch[key]);
  const currency = given('currency');
  // An amount keeps the rate of its day, until another amount or currency is said.
  const rate = patch.amount === undefined && patch.currency === undefined ? opportunity.rate : await rateFor(em, currency, writing);
  if (isRefused(rate)) return rate;
  const prepared = prepareOpportunity({
    title: given('title') ?? '', amount: given('amount'), currency, rate, expectedCloseOn: given('expectedCloseOn'),
    lineId: opportunity.lineId, openedAt: opportunity.openedAt.getTime(),
  }, { ...pipeline, lineId: null }, company);
  if (isRefused(prepared)) return prepared;
  const qualification = patch.qualification === undefined ? opportunity.qualification ?? null
    : patch.qualification === null ? null : answerQualification(opportunity.qualification ?? nothingKnown, patch.qualification);
  if (isRefused(qualification)) return { ...qualification, field: `qualification.${qualification.field}` };
  const { title, amount, companyAmount, expectedCloseOn } = prepared;
  return {
    title, titleKey: normaliseText(title), amount, currency: prepared.currency, rate: prepared.rate, companyAmount, expectedCloseOn, qualification,
    ownerId: given('ownerId') ?? null, contactId: given('contactId') ?? null,
  };
}

const told = ['amount', 'currency', 'expectedCloseOn', 'ownerId', 'contactId'];

/** Ids, dates and amounts before and after; what people write is told apart. */
const numbersOf = (before: Record<string, unknown>, after: Record<string, unknown>) => ({
  values: Object.fromEntries(told.filter((field) => field in after).map((field) => [field, { before: before[field], after: after[field] }])),
});
