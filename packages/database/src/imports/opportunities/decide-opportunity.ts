import { localDate } from '@orbita/domain/calendar';
import { customFacts, ownFacts, pathOf } from '@orbita/domain/custom-fields';
import { deriveFacts, type Facts } from '@orbita/domain/facts';
import { comparedOf, type ImportedOpportunity, opportunityPast, type OpportunityPast, refuseBecause } from '@orbita/domain/imports';
import { type Qualification, qualifyLead } from '@orbita/domain/leads';
import { opportunityCatalogue, opportunityFacts, type OpportunityState, prepareOpportunity, type PreparedOpportunity } from '@orbita/domain/opportunities';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import type { Subject } from '@orbita/domain/rules';
import type { CustomerSource } from '@orbita/domain/customers';
import { staffFor } from '../parties/index.ts';
import { type KnownLead, pipelineFor } from '../past/index.ts';
import type { DecidingOpportunities } from './deciding-with.ts';

/** An opportunity as it is to be written, decided whole before anything is. */
export interface DecidedOpportunity {
  readonly row: ImportedOpportunity;
  readonly reference: string;
  readonly pipelineId: string;
  readonly opened: PreparedOpportunity;
  readonly past: OpportunityPast;
  /** The lead that it qualifies, with the answers that made it do so. */
  readonly lead: KnownLead | null;
  readonly qualification: Qualification | null;
  /** What the row calls an owner whom nobody here is. */
  readonly nobody: string | undefined;
}

/** What gates read of a customer; nothing where they read only the opportunity. */
export type OfCustomer = Pick<Subject, 'facts' | 'relations'>;

/** Refuses with the field that is wrong. */
export function decideOpportunity(
  row: ImportedOpportunity, reference: string, customer: OfCustomer, deciding: DecidingOpportunities,
): DecidedOpportunity | Refusal {
  const { company, books, pipelines, leads, fields, override, clock } = deciding;
  const lineId = row.businessLine === null ? undefined : books.lines.get(row.businessLine.toLowerCase());
  if (row.businessLine !== null && lineId === undefined) return refuseBecause('NOT_FOUND', 'NO_BUSINESS_LINE', { value: row.businessLine }, 'businessLine');
  const pipeline = pipelineFor(pipelines, row.pipeline, lineId ?? books.defaultLineId);
  if (isRefused(pipeline)) return pipeline;
  const date = localDate(row.openedAt, company.zone);
  const rate = row.currency === company.currency ? '1' : books.rateOn(row.currency, date);
  if (rate === null) return refuseBecause('INVALID', 'NO_RATE', { from: row.currency, to: company.currency, date }, 'currency');
  const named = staffFor(row.owner, deciding, row.status === 'OPEN');
  if (isRefused(named)) return named;
  const lead = leadOf(row, deciding);
  if (isRefused(lead)) return lead;
  const qualification = lead ? qualificationOf(lead, row, deciding) : null;
  if (isRefused(qualification)) return qualification;
  const opened = prepareOpportunity({
    title: row.title, amount: row.amount, currency: row.currency, rate, expectedCloseOn: row.expectedCloseOn, lineId, ownerId: named.owner?.id ?? lead?.ownerId ?? null,
    contactId: lead?.contactId ?? null, leadId: lead?.id ?? null, source: lead ? lead.source as CustomerSource : row.source, openedAt: row.openedAt,
  }, pipeline, { currency: company.currency, defaultLineId: books.defaultLineId });
  if (isRefused(opened)) return { ...opened, field: opened.field === 'lineId' ? 'businessLine' : (opened.field ?? 'title') };
  const subjectAt = subjectOf({ ...opened, qualification, own: ownFacts(fields, comparedOf(row.custom)) }, customer, company.zone);
  const past = opportunityPast(row, opened, pipeline, { subjectAt, override, catalogue: opportunityCatalogue(customFacts(fields)) }, clock);
  if (isRefused(past)) return past;
  if (past.end?.status === 'WON' && row.amount === null && row.order === null) return refuse('REQUIRED', { field: 'amount' });
  // One lead becomes one opportunity, also within a batch.
  if (lead && row.lead !== null) leads.set(row.lead, { ...lead, opportunityId: reference });
  return { row, reference, pipelineId: pipeline.id, opened, past, lead, qualification, nobody: named.nobody };
}

function leadOf({ lead: id, openedAt }: ImportedOpportunity, { leads, company }: DecidingOpportunities): KnownLead | null | Refusal {
  if (id === null) return null;
  const lead = leads.get(id);
  if (!lead) return refuseBecause('NOT_FOUND', 'NO_LEAD', { value: id }, 'lead');
  if (lead.status === 'DISQUALIFIED' || lead.opportunityId !== null) return refuseBecause('CONFLICT', 'LEAD_ENDED', { value: id }, 'lead');
  return openedAt >= lead.capturedAt ? lead : refuseBecause('OUT_OF_RANGE', 'OUT_OF_ORDER', { day: localDate(lead.capturedAt, company.zone) }, 'openedAt');
}

/** A lead that became an opportunity was needed: that is known of it at least. One that has ended was asked for everything then. */
function qualificationOf({ qualification, status, custom }: KnownLead, { openedAt, lead }: ImportedOpportunity, { leadFields }: DecidingOpportunities): Qualification | Refusal {
  const open = { status: 'WORKED', firstResponseAt: null, responseDueAt: null, nurtureUntil: null } as const;
  const own = { fields: status === 'QUALIFIED' ? [] : leadFields, values: custom.values };
  const qualified = qualifyLead({ ...open, qualification }, { need: { answer: 'YES' } }, openedAt, own);
  if (!isRefused(qualified)) return qualified.qualification;
  const lacks = qualified.code === 'REQUIRED' ? leadFields.find(({ name }) => qualified.field === pathOf(name)) : undefined;
  return lacks ? refuseBecause('REQUIRED', 'LEAD_LACKS', { value: lead ?? '', field: lacks.label.en }, 'lead') : { ...qualified, field: 'lead' };
}

/** The opportunity's own facts at a moment, beside its customer's as they are now. */
function subjectOf(
  { qualification, own, ...opened }: PreparedOpportunity & { readonly qualification: Qualification | null; readonly own: Facts }, { facts, relations }: OfCustomer, zone: string,
) {
  return (state: OpportunityState, at: number): Subject => ({
    facts: {
      ...deriveFacts(facts, at),
      ...opportunityFacts({ ...opened, ...state, closedAt: null, qualification, nextActivityAt: null, lastActivityAt: null }, zone),
      ...own,
    },
    ...(relations ? { relations } : {}),
  });
}
