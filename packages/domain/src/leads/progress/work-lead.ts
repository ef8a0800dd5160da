import type { Instant } from '#calendar';
import { isRefused, type Refusal, refuse } from '#refusal';
import { isEnded, type LeadState } from '../lead.ts';
import { answerQualification, type Qualification, type QualificationInput } from './qualification.ts';

/** What working a lead does to it. */
export type WorkedLead = Pick<LeadState, 'firstResponseAt' | 'nurtureUntil'> & { readonly status: 'WORKED' };

/**
 * Somebody works the lead: he answered it, which stops the first-response clock for good, or began to evaluate it.
 * It also ends a rest. A lead that has ended refuses with LEAD_CLOSED.
 */
export function workLead(lead: LeadState, how: 'ANSWERED' | 'EVALUATED', now: Instant): WorkedLead | Refusal {
  if (isEnded(lead)) return leadClosed(lead);
  return { status: 'WORKED', firstResponseAt: lead.firstResponseAt ?? (how === 'ANSWERED' ? now : null), nurtureUntil: null };
}

/** Keeps what was found out about the lead, which begins its evaluation. */
export function evaluateLead(
  lead: LeadState, input: QualificationInput, now: Instant,
): (WorkedLead & { readonly qualification: Qualification }) | Refusal {
  const worked = workLead(lead, 'EVALUATED', now);
  if (isRefused(worked)) return worked;
  const qualification = answerQualification(lead.qualification, input);
  return isRefused(qualification) ? within('qualification', qualification) : { ...worked, qualification };
}

/** The answer to whoever touches a lead that has ended. */
export const leadClosed = ({ status }: LeadState): Refusal => refuse('LEAD_CLOSED', { field: 'status', details: { value: status } });

const within = (field: string, refusal: Refusal): Refusal => ({ ...refusal, field: refusal.field ? `${field}.${refusal.field}` : field });
