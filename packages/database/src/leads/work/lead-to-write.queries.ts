import type { CycleEvent } from '@orbita/domain/cycles';
import type { LeadState, Qualification } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, prepared, rowsOf } from '#connection';
import { advanceCustomers, loadCycles } from '#cycles';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import { customerToWrite, type OwnedCustomer, type Writing } from '#requests';
import { appendEvents, refuseStale } from '#timeline';
import { Lead } from '../lead.entity.ts';
import { leadSource, leadVisible } from '../lead.queries.ts';

export interface LeadAt {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface LeadToWrite {
  readonly lead: Lead;
  /** Under whom it is shown, and whose cycles move. */
  readonly customer: OwnedCustomer;
}

/** Locks the customer of a lead, with who recommended him, and loads it; to one who may not see it, it does not exist. */
export async function leadToWrite(em: Em, { id, expectedVersion }: LeadAt, writing: Writing, action: 'create' | 'update' = 'update'): Promise<LeadToWrite | Refusal> {
  const [held] = await rowsOf(em, prepared(sql<{ customerId: string; rootId: string; referredBy: string | null }>`
    select l.customer_id as "customerId", root.id as "rootId", root.referred_by as "referredBy" from ${leadSource}
    where l.id = ${id}::uuid and ${leadVisible(writing.viewer)}`));
  if (!held) return refuse('NOT_FOUND', { field: 'id' });
  if (held.referredBy) await lockCustomers(em, [held.rootId, held.referredBy], writing.now);
  const customer = await customerToWrite(em, held.rootId, 'lead', action, writing);
  if (isRefused(customer)) return customer;
  const lead = await em.findOneOrFail(Lead, { id, customerId: held.customerId });
  return lead.version === expectedVersion ? { lead, customer } : refuseStale(em, held.customerId, { payload: { leadId: id } });
}

/** The lead as the domain speaks of it. */
export function stateOf(lead: Lead): LeadState {
  const at = (date: Date | null | undefined): number | null => date?.getTime() ?? null;
  return {
    status: lead.status, qualification: lead.qualification as unknown as Qualification, responseDueAt: at(lead.responseDueAt),
    firstResponseAt: at(lead.firstResponseAt), nurtureUntil: at(lead.nurtureUntil),
  };
}

/** What a decision about a lead changed, in its columns. */
export function columnsOf({ qualification, ...state }: Partial<LeadState>): Partial<Lead> {
  const date = (at: number | null | undefined) => (at === undefined ? undefined : at === null ? null : new Date(at));
  const { responseDueAt, firstResponseAt, nurtureUntil, ...rest } = state;
  const columns = { ...rest, responseDueAt: date(responseDueAt), firstResponseAt: date(firstResponseAt), nurtureUntil: date(nurtureUntil) };
  const said = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<Lead>;
  return qualification ? { ...said, qualification: { ...qualification } } : said;
}

export interface Happened {
  readonly type: string;
  readonly occurredAt?: Date;
  readonly payload?: Record<string, unknown>;
  readonly personal?: Record<string, unknown>;
  /** What his cycles hear of it. */
  readonly cycle?: CycleEvent;
}

/** Tells the timeline and the cycles what happened to a lead, saves it and counts its customer anew. */
export async function recordLead(
  em: Em, { lead, customer }: LeadToWrite, { payload, cycle, occurredAt, ...event }: Happened, { actor, now, company: { zone }, later }: Writing,
): Promise<string> {
  const loaded = await loadCycles(em, [customer.id], zone);
  lead.updatedAt = now;
  await em.flush();
  await appendEvents(em, [{ ...event, customerId: lead.customerId, occurredAt: occurredAt ?? now, payload: { leadId: lead.id, ...payload } }], actor, now);
  const touched = cycle ? await advanceCustomers(em, loaded, new Map([[customer.id, [cycle]]]), { actor, now, zone }) : [];
  await refreshCustomers(em, [customer.id, ...touched], { now, zone, actor, later });
  return lead.id;
}

/** Whether somebody took a lead up again and works that one. The customer is locked: of many at once one comes first. */
export async function isReopened(em: Em, { lead, customer }: LeadToWrite): Promise<boolean> {
  const [again] = await rowsOf(em, sql`
    select l.id from customer c join lead l on l.customer_id = c.id
    where (c.id = ${customer.id}::uuid or c.merged_into = ${customer.id}::uuid) and l.reopens_id = ${lead.id}::uuid and l.ended_at is null limit 1`);
  return again !== undefined;
}
