import type { Instant } from '#calendar';
import { type Refusal, refuse } from '#refusal';
import { isEnded, type LeadState } from '../lead.ts';
import { type DisqualificationReason, disqualificationReasons } from './disqualification.ts';
import { leadClosed } from './work-lead.ts';

const longestNote = 1000;

export interface DisqualifiedLead {
  readonly status: 'DISQUALIFIED';
  readonly reason: DisqualificationReason;
  readonly note: string | null;
  readonly nurtureUntil: null;
  readonly endedAt: Instant;
}

/** The lead ends here and no more effort goes into it; another reason than the listed ones needs a note. */
export function disqualifyLead(
  lead: LeadState, input: { readonly reason: DisqualificationReason; readonly note?: string | null | undefined }, now: Instant,
): DisqualifiedLead | Refusal {
  if (isEnded(lead)) return leadClosed(lead);
  if (!disqualificationReasons.includes(input.reason)) return refuse('INVALID', { field: 'reason', details: { value: input.reason } });
  const note = input.note?.trim() || null;
  if (input.reason === 'OTHER' && note === null) return refuse('REQUIRED', { field: 'note' });
  if ((note?.length ?? 0) > longestNote) return refuse('TOO_LONG', { field: 'note', details: { maximum: longestNote } });
  return { status: 'DISQUALIFIED', reason: input.reason, note, nurtureUntil: null, endedAt: now };
}
