import type { CustomField } from '@orbita/domain/custom-fields';
import { type Clock, type ImportedLead, leadPast, type LeadPast, refuseBecause } from '@orbita/domain/imports';
import { type LeadCompany, prepareLead, type PreparedLead } from '@orbita/domain/leads';
import { prepareOpportunity, type PreparedOpportunity } from '@orbita/domain/opportunities';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { newId } from '#connection';
import type { Books } from '../orders/index.ts';
import { type Naming, type Staff, staffFor } from '../parties/index.ts';
import { type KnownPipeline, pipelineFor } from '../past/index.ts';

/** A lead as it is to be written, decided whole before anything is. */
export interface DecidedLead {
  readonly row: ImportedLead;
  readonly reference: string;
  readonly lead: PreparedLead;
  readonly past: LeadPast;
  /** Who answers it as the file says; null leaves it to the routing. */
  readonly owner: Staff | null;
  readonly nobody: string | undefined;
  /** What it became, if it was qualified. */
  readonly opportunity: { readonly opened: PreparedOpportunity; readonly pipelineId: string } | null;
}

export type OwnedLead = DecidedLead & { readonly customerId: string };

/** Whether somebody has still to do something about it, or about the opportunity that it became. */
export const isLive = ({ endedAt, state }: LeadPast): boolean => endedAt === null || state.status === 'QUALIFIED';

export interface DecidingLeads extends Naming {
  readonly company: LeadCompany;
  readonly currency: string;
  readonly books: Books;
  readonly pipelines: readonly KnownPipeline[];
  readonly campaigns: ReadonlyMap<string, string>;
  /** The company's own fields of leads. */
  readonly fields: readonly CustomField[];
  readonly clock: Clock;
}

/** Refuses with the field that is wrong. */
export function decideLead(row: ImportedLead, reference: string, deciding: DecidingLeads): DecidedLead | Refusal {
  const { company, books, campaigns, fields, clock } = deciding;
  const lineId = row.businessLine === null ? books.defaultLineId : books.lines.get(row.businessLine.toLowerCase());
  if (lineId === undefined) return refuseBecause('NOT_FOUND', 'NO_BUSINESS_LINE', { value: row.businessLine ?? '' }, 'businessLine');
  const capturedAt = row.capturedAt ?? clock.now;
  if (capturedAt > clock.now) return refuseBecause('OUT_OF_RANGE', 'IN_THE_FUTURE', {}, 'capturedAt');
  // Whose it is shows when he has been found or made; how it is prepared does not depend on it.
  const lead = prepareLead({
    customerId: newId(), channel: row.channel, source: row.source, campaignId: campaigns.get(row.campaign ?? '') ?? null, lineId, message: row.message,
    need: row.need, budget: row.budget, capturedAt,
  }, company);
  if (isRefused(lead)) return lead;
  const past = leadPast(row, lead, clock, fields);
  if (isRefused(past)) return past;
  const named = staffFor(row.owner, deciding, isLive(past));
  if (isRefused(named)) return named;
  const opportunity = past.state.status === 'QUALIFIED' ? opportunityOf(row, lead, past, deciding) : null;
  return isRefused(opportunity) ? opportunity : { row, reference, lead, past, owner: named.owner, nobody: named.nobody, opportunity };
}

/** Qualifying a lead opens its opportunity, in the company's currency, as the verb does. */
function opportunityOf(row: ImportedLead, lead: PreparedLead, { endedAt, state }: LeadPast, { pipelines, currency, books }: DecidingLeads): DecidedLead['opportunity'] | Refusal {
  const pipeline = pipelineFor(pipelines, null, lead.lineId);
  if (isRefused(pipeline)) return { ...pipeline, field: 'status' };
  const opened = prepareOpportunity({
    title: row.opportunityTitle ?? row.subject ?? row.party.customer.name, amount: state.qualification.budget.amount, lineId: lead.lineId, source: lead.source,
    openedAt: endedAt ?? lead.capturedAt,
  }, pipeline, { currency, defaultLineId: books.defaultLineId });
  return isRefused(opened) ? { ...opened, field: 'opportunityTitle' } : { opened, pipelineId: pipeline.id };
}
