import type { Instant } from '#calendar';
import type { CustomField } from '#custom-fields';
import { disqualifyLead, type LeadState, type OwnOfLead, type PreparedLead, qualifyLead, recycleLead, workLead } from '#leads';
import { isRefused, type Refusal, refuse } from '#refusal';
import { type Clock, inOrder } from './in-order.ts';
import { valuesOf } from './read-custom.ts';
import type { ImportedLead } from './read-lead.ts';

/** Something that was done with a lead, and when. */
export interface LeadStep {
  readonly did: 'WORKED' | 'RECYCLED' | 'QUALIFIED' | 'DISQUALIFIED';
  readonly at: Instant;
}

/** A lead as it stands after what was done with it. */
export interface LeadPast {
  readonly state: LeadState;
  readonly steps: readonly LeadStep[];
  readonly endedAt: Instant | null;
  readonly note: string | null;
}

/**
 * What became of a captured lead, decided as it would have been at its own dates; refuses with the field that is wrong.
 * `fields` are the company's own of leads: one that was qualified needs those that are required.
 */
export function leadPast(row: ImportedLead, captured: PreparedLead, clock: Clock, fields: readonly CustomField[] = []): LeadPast | Refusal {
  const firstAt = inOrder(row.firstResponseAt ?? captured.capturedAt, captured.capturedAt, row.firstResponseAt === null ? 'capturedAt' : 'firstResponseAt', clock);
  if (isRefused(firstAt)) return firstAt;
  const worked = row.firstResponseAt !== null || row.status === 'WORKED' ? workLead(captured, 'ANSWERED', firstAt) : null;
  if (isRefused(worked)) return worked;
  const state: LeadState = { ...captured, ...worked };
  const steps: LeadStep[] = worked ? [{ did: 'WORKED', at: firstAt }] : [];
  if (row.status === 'NEW' || row.status === 'WORKED') return { state, steps, endedAt: null, note: null };
  const at = inOrder(row.decidedAt ?? firstAt, firstAt, 'decidedAt', clock);
  if (isRefused(at)) return at;
  return { ...decided(row, state, at, { fields, values: valuesOf(row.custom) }), steps: [...steps, { did: row.status, at }] };
}

function decided(row: ImportedLead, state: LeadState, at: Instant, own: OwnOfLead): Omit<LeadPast, 'steps'> | Refusal {
  switch (row.status) {
    case 'RECYCLED': {
      if (row.nurtureUntil === null) return refuse('REQUIRED', { field: 'nurtureUntil' });
      const rests = recycleLead(state, row.nurtureUntil, at);
      return isRefused(rests) ? { ...rests, field: 'nurtureUntil' } : { state: { ...state, ...rests }, endedAt: null, note: null };
    }
    case 'DISQUALIFIED': {
      if (row.disqualifiedReason === null) return refuse('REQUIRED', { field: 'disqualifiedReason' });
      const ended = disqualifyLead(state, { reason: row.disqualifiedReason, note: row.reasonNote }, at);
      if (isRefused(ended)) return { ...ended, field: ended.field === 'note' ? 'reasonNote' : 'disqualifiedReason' };
      return { state: { ...state, status: ended.status, nurtureUntil: null }, endedAt: ended.endedAt, note: ended.note };
    }
    case 'QUALIFIED': {
      const ended = qualifyLead(state, { need: { answer: 'YES' } }, at, own);
      if (isRefused(ended)) return ended.code === 'REQUIRED' ? ended : { ...ended, field: 'status' };
      return { state: { ...state, status: ended.status, qualification: ended.qualification, nurtureUntil: null }, endedAt: ended.endedAt, note: null };
    }
    default: return { state, endedAt: null, note: null };
  }
}
