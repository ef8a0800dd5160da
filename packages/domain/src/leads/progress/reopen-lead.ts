import { type Refusal, refuseBecause } from '#refusal';
import type { LeadState } from '../lead.ts';

/** What a lead that is taken up again begins with. */
export type ReopenedLead = Pick<LeadState, 'qualification' | 'responseDueAt' | 'firstResponseAt' | 'nurtureUntil'> & { readonly status: 'NEW' };

/**
 * Takes a disqualified lead up again (ES: retomar): it has ended and so has its cycle, so this is a new lead with what
 * was found out. Who was never answered still waits since then; who was, waits for nothing.
 */
export function reopenLead({ status, qualification, responseDueAt, firstResponseAt }: LeadState): ReopenedLead | Refusal {
  if (status !== 'DISQUALIFIED') return refuseBecause('CONFLICT', 'NOT_DISQUALIFIED', { field: 'status' });
  return { status: 'NEW', qualification, responseDueAt: firstResponseAt === null ? responseDueAt : null, firstResponseAt: null, nurtureUntil: null };
}
