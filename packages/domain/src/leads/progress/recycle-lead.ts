import { day, type Instant } from '#calendar';
import { type Refusal, refuse, refuseBecause } from '#refusal';
import { isEnded, type LeadState } from '../lead.ts';
import { leadClosed } from './work-lead.ts';

/** How long a lead may rest: two years. */
const longestRest = 2 * 366 * day;

export interface RecycledLead {
  readonly status: 'RECYCLED';
  readonly nurtureUntil: Instant;
  readonly responseDueAt: null;
}

/** The lead rests until an instant at most two years ahead, when it comes back to work; a decided rest ends the wait for an answer. */
export function recycleLead(lead: LeadState, until: Instant, now: Instant): RecycledLead | Refusal {
  if (isEnded(lead)) return leadClosed(lead);
  if (!Number.isSafeInteger(until)) return refuse('INVALID', { field: 'until' });
  if (until <= now || until > now + longestRest) return refuseBecause('INVALID', 'REST_LENGTH', { field: 'until' });
  return { status: 'RECYCLED', nurtureUntil: until, responseDueAt: null };
}

/** Whether a resting lead is due back at work. */
export const isRested = ({ status, nurtureUntil }: Pick<LeadState, 'status' | 'nurtureUntil'>, now: Instant): boolean =>
  status === 'RECYCLED' && nurtureUntil !== null && nurtureUntil <= now;
